package io.tocsin.outbound;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** One request. */
public final class OutboundRequest {

  private final String method;
  private final URI uri;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;

  private OutboundRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.uri = uri;
    this.headers.putAll(headers);
    this.body = body.clone();
    this.headers.forEach(
        (name, value) -> {
          if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+") || !isOneLine(value)) {
            throw new IllegalArgumentException("the header " + name + " cannot be sent as it is");
          }
        });
  }

  /**
   * A request without a body.
   *
   * @param uri as somebody configured it; it is checked when it is sent
   * @param headers by name, of any case; {@code Host} and {@code Connection} are ours
   * @throws IllegalArgumentException when a header would end early and begin another
   */
  public static OutboundRequest get(URI uri, Map<String, String> headers) {
    return new OutboundRequest("GET", uri, headers, new byte[0]);
  }

  /** A request with a body; its type is among the headers. */
  public static OutboundRequest post(URI uri, Map<String, String> headers, byte[] body) {
    return new OutboundRequest("POST", uri, headers, body);
  }

  String method() {
    return method;
  }

  /** Where it goes; not checked yet. */
  public URI uri() {
    return uri;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  private static boolean isOneLine(String value) {
    return value.chars().allMatch(unit -> unit == '\t' || (unit >= ' ' && unit != 0x7F));
  }

  /** Names host and method only: paths, queries and headers may hold secrets. */
  @Override
  public String toString() {
    return "OutboundRequest[" + method + " " + uri.getHost() + "]";
  }
}
