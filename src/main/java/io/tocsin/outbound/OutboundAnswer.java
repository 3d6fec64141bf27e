package io.tocsin.outbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server answered, whatever its status: redirects are answers too. */
public final class OutboundAnswer {

  private final int status;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final byte[] body;
  private final boolean cut;

  /**
   * An answer.
   *
   * @param status such as 200
   * @param headers by name, of any case
   * @param body as it was sent, no longer than the limit; a content encoding is not undone
   * @param cut whether the body went on after the limit
   */
  public OutboundAnswer(int status, Map<String, List<String>> headers, byte[] body, boolean cut) {
    this.status = status;
    this.headers.putAll(headers);
    this.body = body.clone();
    this.cut = cut;
  }

  /** The HTTP status, such as 200. */
  public int status() {
    return status;
  }

  /** The body as it was sent, no longer than the limit; a content encoding is not undone. */
  public byte[] body() {
    return body.clone();
  }

  /** Whether the body went on after the limit. */
  public boolean cut() {
    return cut;
  }

  /** The first value of a header. */
  public Optional<String> header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** The body as UTF-8; what is none becomes replacement characters. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Names status and size only. */
  @Override
  public String toString() {
    return "OutboundAnswer[" + status + ", " + body.length + " bytes" + (cut ? "+" : "") + "]";
  }
}
