package io.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.tocsin.settings.Secret;
import io.tocsin.settings.Settings;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs before every handler: which host was asked for, who asks, and from which page. A foreign
 * page in the user's browser can send requests to loopback (and, by rebinding a name, read the
 * answers), so loopback alone proves nothing.
 */
final class Guard implements Handler {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
  private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "[::]");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OPEN_PATHS =
      Set.of("/", "/livez", "/readyz", "/startupz", "/favicon.ico");
  private static final String BEARER = "Bearer ";

  private final Set<String> hosts = new HashSet<>(LOOPBACK);
  private final boolean anyHost;
  private final @Nullable Secret token;

  /**
   * A guard.
   *
   * @throws IllegalArgumentException when the host is not loopback and there is no token
   */
  Guard(Settings.Http http) {
    Secret given = http.token();
    if (!LOOPBACK.contains(http.host()) && given == null) {
      throw new IllegalArgumentException(
          "http.host is "
              + http.host()
              + ", which others can reach, and http.token is not set; set http.token, or http.host to 127.0.0.1");
    }
    hosts.add(http.host().toLowerCase(Locale.ROOT));
    // Behind a wildcard the names are unknown; there the token, which no rebound page has, does
    // this work.
    anyHost = WILDCARDS.contains(http.host());
    token = given;
  }

  @Override
  public void handle(Context context) {
    headers(context);
    checkHost(context);
    if (!READING.contains(context.req().getMethod())) {
      checkOrigin(context);
    }
    if (token != null && !open(context.path())) {
      checkToken(context, token);
    }
  }

  private static void headers(Context context) {
    context
        .header(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self';"
                + " font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("Cross-Origin-Opener-Policy", "same-origin");
  }

  private void checkHost(Context context) {
    if (anyHost) {
      return;
    }
    String host = context.header("Host");
    if (host == null || !hosts.contains(hostOnly(host))) {
      throw new Problem.Refused(
          403, "this name is not served here; use localhost or the address in http.host", "Host");
    }
  }

  private static void checkOrigin(Context context) {
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new Problem.Refused(
          403, "another site's page may not change anything here", "Sec-Fetch-Site");
    }
    String origin = context.header("Origin");
    String host = context.header("Host");
    if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
      throw new Problem.Refused(403, "another site's page may not change anything here", "Origin");
    }
  }

  private static void checkToken(Context context, Secret wanted) {
    String header = context.header("Authorization");
    String given =
        header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? header.substring(BEARER.length()).strip()
            : "";
    if (!wanted.matches(given)) {
      context.header("WWW-Authenticate", "Bearer");
      throw new Problem.Refused(
          401, "send the token of http.token as `Authorization: Bearer …`", "Authorization");
    }
  }

  private static boolean open(String path) {
    return OPEN_PATHS.contains(path) || path.startsWith(Assets.PREFIX);
  }

  private static String hostOnly(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon >= 0 && colon > host.lastIndexOf(']');
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
