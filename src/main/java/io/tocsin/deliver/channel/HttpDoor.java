package io.tocsin.deliver.channel;

import io.tocsin.deliver.channel.Answer.Failed;
import io.tocsin.deliver.channel.Answer.Gone;
import io.tocsin.deliver.channel.Answer.Taken;
import io.tocsin.outbound.OutboundAnswer;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.outbound.OutboundRefusedException;
import io.tocsin.outbound.OutboundRequest;
import io.tocsin.settings.Secret;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to one address and reads the answer as deliveries need it: 2xx is taken, 410 is gone,
 * everything else failed, redirects among it.
 */
public final class HttpDoor {

  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(24);
  private static final int GONE = 410;
  private static final int SHOWN = 200;
  private static final String AGENT = "Tocsin";

  private final OutboundClient client;
  private final URI uri;
  private final Scrubber scrubber;

  /**
   * The way to one address.
   *
   * @param client shared by nobody whose endless answers it would have to bear
   * @param url a URL that was checked when the configuration was read
   * @param secrets what must not appear in a detail, besides the URL
   */
  public HttpDoor(OutboundClient client, Secret url, Secret... secrets) {
    this.client = client;
    this.uri = URI.create(url.reveal());
    this.scrubber = new Scrubber(uri, secrets);
  }

  /** The host that it leads to. */
  public String target() {
    return Optional.ofNullable(uri.getHost()).orElse("?");
  }

  /**
   * Posts JSON.
   *
   * @param more headers besides type and agent
   * @param now to read dates in answers by
   */
  Answer post(byte[] json, Map<String, String> more, Instant now) {
    Map<String, String> headers = new TreeMap<>(more);
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", AGENT);
    try {
      return read(client.send(OutboundRequest.post(uri, headers, json)), now);
    } catch (IOException e) {
      return new Failed(null, scrubber.clean(reason(e)), false, null);
    }
  }

  private Answer read(OutboundAnswer answer, Instant now) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Taken(status);
    }
    String detail = detail(answer);
    if (status == GONE) {
      return new Gone(status, detail);
    }
    boolean busy = BUSY.contains(status);
    return new Failed(
        status, detail, busy, busy ? after(answer.header("Retry-After").orElse(""), now) : null);
  }

  private String detail(OutboundAnswer answer) {
    if (answer.status() >= 300 && answer.status() < 400) {
      return "redirects are not followed; configure the address that it leads to";
    }
    String said = scrubber.clean(answer.text());
    return said.isBlank() ? "status " + answer.status() : said.substring(0, length(said));
  }

  private static int length(String said) {
    return Math.min(SHOWN, said.length());
  }

  /** Seconds or a date; null when it is neither. */
  static @Nullable Duration after(String value, Instant now) {
    Duration pause;
    if (value.strip().matches("\\d{1,9}")) {
      pause = Duration.ofSeconds(Long.parseLong(value.strip()));
    } else {
      try {
        Instant until =
            ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        pause = Duration.between(now, until);
      } catch (DateTimeException e) {
        return null;
      }
    }
    if (pause.isNegative()) {
      return Duration.ZERO;
    }
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static String reason(IOException e) {
    if (e instanceof OutboundRefusedException refused) {
      return "not called: " + refused.reason().word();
    }
    if (e instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (e instanceof UnknownHostException) {
      return "the host is not known";
    }
    if (e instanceof ConnectException) {
      return "no connection";
    }
    if (e instanceof SSLException) {
      return "TLS: " + e.getMessage();
    }
    return "broken off: " + e.getClass().getSimpleName();
  }
}
