package io.tocsin.screen;

import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One spelling for the many addresses of one page: without tracking parameters, fragment, default
 * port, mobile and AMP variants. Conservative: what might be another page stays apart, because a
 * wrong merge loses an article and a missed one is only counted twice.
 */
public final class CanonicalUrl {
  private static final Pattern WEB =
      Pattern.compile(
          "(?i)(https?)://([^/?#\\\\]*)([^?#]*)(?:\\?([^#]*))?(?:#(.*))?", Pattern.DOTALL);

  /** Parameters that only say where the reader came from; those that end in * are prefixes. */
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "gclsrc",
          "msclkid",
          "twclid",
          "ttclid",
          "yclid",
          "li_fat_id",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_ga",
          "_gl",
          "_hsenc",
          "_hsmi",
          "ref_src",
          "ref_url",
          "cmpid",
          "cmp",
          "ocid",
          "ncid",
          "icid",
          "ito",
          "smid",
          "smtyp",
          "sr_share",
          "xtor",
          "hpt",
          "guccounter",
          "guce_referrer",
          "guce_referrer_sig",
          "amp",
          "outputtype",
          "s_cid");

  private static final Set<String> TRACKING_PREFIXES =
      Set.of("utm_", "at_", "pk_", "mtm_", "stm_", "hsa_", "ns_", "vero_", "oly_");

  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  private CanonicalUrl() {}

  /**
   * The canonical spelling of an http or https URL: always {@code https}. Anything else comes back
   * without the space around it, so that a URN still identifies.
   */
  public static String of(String url) {
    String text = url.strip();
    Matcher parts = WEB.matcher(text);
    if (!parts.matches() || parts.group(2).isEmpty()) {
      return text;
    }
    String authority = authority(parts.group(2), parts.group(1).toLowerCase(Locale.ROOT));
    String query = query(parts.group(4));
    String fragment = parts.group(5);
    // Old single-page sites keep the page in the fragment and mark it so.
    String page = fragment != null && fragment.startsWith("!") ? "#" + fragment : "";
    return "https://"
        + authority
        + path(parts.group(3))
        + (query.isEmpty() ? "" : "?" + query)
        + page;
  }

  /**
   * The host of an http or https URL in ASCII lower case, without user, port and final dot; null
   * when there is none.
   */
  static @Nullable String host(String url) {
    Matcher parts = WEB.matcher(url.strip());
    if (!parts.matches()) {
      return null;
    }
    String host = host(parts.group(2), port(parts.group(2)));
    return host.isEmpty() ? null : host;
  }

  private static String authority(String authority, String scheme) {
    String port = port(authority);
    String host = host(authority, port);
    String shorter = withoutVariant(host);
    // 443 goes in either case: the canonical scheme is https, and its own spelling must not change
    // again.
    boolean usual =
        port.isEmpty() || port.equals("443") || (port.equals("80") && scheme.equals("http"));
    return usual ? shorter : shorter + ":" + port;
  }

  /** Digits after the last colon, which in an IPv6 address stands behind the bracket. */
  private static String port(String authority) {
    int colon = authority.lastIndexOf(':');
    if (colon < 0 || authority.indexOf(']', colon) >= 0) {
      return "";
    }
    String port = authority.substring(colon + 1);
    return port.chars().allMatch(unit -> unit >= '0' && unit <= '9') ? port : "";
  }

  private static String host(String authority, String port) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (!port.isEmpty() || host.endsWith(":")) {
      host = host.substring(0, host.lastIndexOf(':'));
    }
    while (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return host.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Drops {@code www.}, {@code m.}, {@code mobile.} and {@code amp.} where a whole domain is left.
   */
  private static String withoutVariant(String host) {
    String domain = Domains.registrable(host);
    for (String variant : new String[] {"www.", "m.", "mobile.", "amp."}) {
      if (host.startsWith(variant) && host.length() - variant.length() >= domain.length()) {
        return host.substring(variant.length());
      }
    }
    return host;
  }

  private static String path(String raw) {
    String path = escapes(raw);
    while (path.endsWith("/")) {
      path = path.substring(0, path.length() - 1);
    }
    if (path.endsWith("/amp") && path.length() > "/amp".length()) {
      return path.substring(0, path.length() - "/amp".length());
    }
    return path.endsWith(".amp.html") ? path.replaceFirst("\\.amp\\.html$", ".html") : path;
  }

  private static String query(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    return Arrays.stream(raw.split("&", -1))
        .filter(parameter -> !parameter.isEmpty() && !tracking(parameter))
        .map(CanonicalUrl::escapes)
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static boolean tracking(String parameter) {
    int end = parameter.indexOf('=');
    String name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
    return TRACKING.contains(name) || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
  }

  /**
   * Escapes of letters, digits and - . _ ~ are written out, the digits of the others are upper
   * case.
   */
  private static String escapes(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            escape -> {
              int unit = Integer.parseInt(escape.group(1), 16);
              boolean plain =
                  (unit < 0x80 && Character.isLetterOrDigit(unit)) || "-._~".indexOf(unit) >= 0;
              return plain
                  ? Matcher.quoteReplacement(Character.toString(unit))
                  : escape.group().toUpperCase(Locale.ROOT);
            });
  }
}
