package io.tocsin.outbound;

import io.tocsin.outbound.OutboundRefusedException.Reason;
import java.io.IOException;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be called. Anybody who can type a URL could otherwise make us ask the cloud's
 * metadata service, a database's port or a printer on our behalf.
 *
 * <p>Ports 80 and 443 of public addresses are always allowed. A name of which only one address is
 * private is refused as a whole: an attacker who answers with both would need but a few tries.
 */
public final class OutboundPolicy {

  private static final Set<Integer> WEB_PORTS = Set.of(80, 443);
  private static final String DOTTED =
      "(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}";
  private static final String NAME = "[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?";
  private static final String SIX = "[0-9a-f:.]+";
  private static final String NUMBER_LIKE = "(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)";

  private final Set<String> allowedHosts;
  private final Set<Integer> ports;
  private final HostLookup lookup;

  /**
   * A policy over the machine's resolver.
   *
   * @param allowedHosts names or addresses that the configuration trusts although they are private
   * @param ports allowed besides 80 and 443
   */
  public OutboundPolicy(Set<String> allowedHosts, Set<Integer> ports) {
    this(allowedHosts, ports, HostLookup.SYSTEM);
  }

  /** A policy over another resolver. */
  public OutboundPolicy(Set<String> allowedHosts, Set<Integer> ports, HostLookup lookup) {
    this.allowedHosts =
        allowedHosts.stream().map(OutboundPolicy::normal).collect(Collectors.toUnmodifiableSet());
    this.ports = Set.copyOf(ports);
    this.lookup = lookup;
  }

  /**
   * What may be called, with the one address to connect to.
   *
   * @param uri the URL with its host in lower-case ASCII, without fragment
   * @param address checked; a second lookup could have another answer
   */
  public record Target(URI uri, InetAddress address) {
    /** The host for certificates and the Host header; an IPv6 address without brackets. */
    public String host() {
      return bare(uri.getHost());
    }
  }

  /**
   * Checks a URL and resolves its host, once.
   *
   * @throws OutboundRefusedException when it must not be called
   * @throws UnknownHostException when the host has no address
   */
  public Target check(URI uri) throws IOException {
    URI clean = checkForm(uri);
    String host = bare(clean.getHost());
    List<InetAddress> addresses = lookup.addresses(host);
    if (addresses.isEmpty()) {
      throw new UnknownHostException(host);
    }
    boolean trusted = allowedHosts.contains(host);
    for (InetAddress address : addresses) {
      if (PublicAddress.isNobody(address) || (!trusted && !PublicAddress.holds(address))) {
        throw new OutboundRefusedException(
            Reason.PRIVATE_ADDRESS,
            host
                + " has the private or special address "
                + address.getHostAddress()
                + "; if that is meant, name the host among the allowed ones of the configuration");
      }
    }
    return new Target(clean, addresses.get(0));
  }

  /**
   * Checks what can be checked without asking a name server: for configurations at start.
   *
   * @return the URL with its host in lower-case ASCII, without a final dot or a fragment
   * @throws OutboundRefusedException when it must not be called, whatever the host's addresses are
   */
  public URI checkForm(URI uri) throws OutboundRefusedException {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new OutboundRefusedException(
          Reason.SCHEME, "the URL must begin with https:// or http://");
    }
    String authority = uri.getRawAuthority();
    if (uri.isOpaque() || authority == null) {
      throw new OutboundRefusedException(Reason.MALFORMED, "the URL has no host");
    }
    if (authority.contains("@")) {
      throw new OutboundRefusedException(
          Reason.USER_INFO, "the URL has a user or password before its host; take it out");
    }
    HostPort parts = HostPort.of(authority);
    String host = normal(parts.host());
    boolean six = parts.host().startsWith("[");
    if (!host.matches(six ? SIX : NAME)) {
      throw new OutboundRefusedException(Reason.MALFORMED, "the URL has no host that can be read");
    }
    if (!six && host.matches(NUMBER_LIKE) && !host.matches(DOTTED)) {
      throw new OutboundRefusedException(
          Reason.ODD_NUMBER, host + " is a number, not a host; write a name or four numbers");
    }
    int standard = scheme.equals("https") ? 443 : 80;
    int port = parts.port() < 0 ? standard : parts.port();
    if (!WEB_PORTS.contains(port) && !ports.contains(port)) {
      throw new OutboundRefusedException(
          Reason.PORT,
          host + ": port " + port + " is neither 80, 443 nor one of the configuration's ports");
    }
    return rebuilt(uri, scheme, host, port == standard ? -1 : port);
  }

  private static URI rebuilt(URI uri, String scheme, String host, int port)
      throws OutboundRefusedException {
    String shown = host.contains(":") ? "[" + host + "]" : host;
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    try {
      URI clean = new URI(scheme + "://" + shown + (port < 0 ? "" : ":" + port) + path + query);
      URI ascii = new URI(clean.toASCIIString());
      if (ascii.getHost() == null) {
        throw new OutboundRefusedException(Reason.MALFORMED, "'" + host + "' is no host name");
      }
      return ascii;
    } catch (URISyntaxException e) {
      // The exception would quote the whole URL.
      throw new OutboundRefusedException(Reason.MALFORMED, "'" + host + "' is no host name");
    }
  }

  /** Lower case, ASCII, without brackets and final dot; empty when that cannot be. */
  private static String normal(String host) {
    String name = bare(host);
    try {
      String ascii = name.contains(":") ? name : IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
      String lower = ascii.toLowerCase(Locale.ROOT);
      return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** An authority taken apart; {@link URI} does it only for hosts that are ASCII already. */
  private record HostPort(String host, int port) {
    static HostPort of(String authority) throws OutboundRefusedException {
      int colon = authority.lastIndexOf(':');
      if (colon < 0 || colon < authority.lastIndexOf(']')) {
        return new HostPort(authority, -1);
      }
      String digits = authority.substring(colon + 1);
      if (!digits.matches("\\d{0,5}")) {
        throw new OutboundRefusedException(Reason.MALFORMED, "the URL's port is no number");
      }
      int port = digits.isEmpty() ? -1 : Integer.parseInt(digits);
      return new HostPort(authority.substring(0, colon), port);
    }
  }

  /** Names no lookup: it has no words of its own. */
  @Override
  public String toString() {
    return "OutboundPolicy[allowedHosts=" + allowedHosts + ", ports=" + ports + "]";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OutboundPolicy policy
        && policy.allowedHosts.equals(allowedHosts)
        && policy.ports.equals(ports);
  }

  @Override
  public int hashCode() {
    return 31 * allowedHosts.hashCode() + ports.hashCode();
  }
}
