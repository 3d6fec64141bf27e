package io.tocsin.ingest.feed;

import io.tocsin.outbound.OutboundAnswer;
import io.tocsin.outbound.OutboundClient;
import io.tocsin.outbound.OutboundRefusedException;
import io.tocsin.outbound.OutboundRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Asks for a feed: conditionally, packed, one request at a time to each host, through redirects
 * that are checked like the first address. Safe for many threads.
 */
final class FeedFetcher {
  /** Redirects that are followed. */
  static final int MOST_REDIRECTS = 5;

  private static final Set<Integer> PERMANENT = Set.of(301, 308);
  private static final Set<Integer> TEMPORARY = Set.of(302, 303, 307);
  private static final Duration QUEUE = Duration.ofSeconds(60);
  private static final String ACCEPT =
      "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

  private final OutboundClient client;
  private final HostGate gate;
  private final FetchRules rules;
  private final Clock clock;

  /**
   * A fetcher.
   *
   * @param client checks every address, also those of redirects
   * @param gate shared by all that fetch
   */
  FeedFetcher(OutboundClient client, HostGate gate, FetchRules rules, Clock clock) {
    this.client = client;
    this.gate = gate;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Fetches a feed.
   *
   * @throws FetchFailure for everything but a feed's bytes and "not modified"
   */
  Fetched fetch(String url, Validators validators) throws FetchFailure {
    long end = System.nanoTime() + rules.total().toNanos();
    URI at = uri(url);
    String moved = url;
    boolean permanent = true;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (System.nanoTime() - end > 0) {
        throw new FetchFailure(FeedOutcome.TIMEOUT, "redirects until the time is over");
      }
      OutboundAnswer answer = ask(at, validators);
      boolean stays = PERMANENT.contains(answer.status());
      if (!stays && !TEMPORARY.contains(answer.status())) {
        return taken(answer, at.toString(), moved, validators);
      }
      at = target(at, answer);
      permanent = permanent && stays;
      moved = permanent ? at.toString() : moved;
    }
    throw new FetchFailure(
        FeedOutcome.REDIRECT, "redirects more than " + MOST_REDIRECTS + " times");
  }

  private OutboundAnswer ask(URI uri, Validators validators) throws FetchFailure {
    Map<String, String> headers = new LinkedHashMap<>(validators.headers());
    headers.put("User-Agent", rules.userAgent());
    headers.put("Accept", ACCEPT);
    headers.put("Accept-Encoding", "gzip, deflate");
    String host = host(uri);
    try {
      if (!gate.enter(host, QUEUE)) {
        throw new FetchFailure(FeedOutcome.TIMEOUT, host + " is busy with other feeds of ours");
      }
      try {
        return client.send(OutboundRequest.get(uri, headers));
      } finally {
        gate.leave(host);
      }
    } catch (OutboundRefusedException e) {
      throw new FetchFailure(FeedOutcome.ADDRESS_REFUSED, String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      throw new FetchFailure(FeedOutcome.UNREACHABLE, host + " has no address");
    } catch (SocketTimeoutException e) {
      throw new FetchFailure(FeedOutcome.TIMEOUT, String.valueOf(e.getMessage()));
    } catch (InterruptedIOException | InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FetchFailure(FeedOutcome.TIMEOUT, "interrupted");
    } catch (IOException e) {
      throw new FetchFailure(
          FeedOutcome.UNREACHABLE, host + " does not answer: " + e.getClass().getSimpleName());
    }
  }

  private Fetched taken(OutboundAnswer answer, String url, String moved, Validators sent)
      throws FetchFailure {
    int status = answer.status();
    if (status == 304 && !sent.isEmpty()) {
      return new Fetched(
          null,
          null,
          url,
          moved,
          renewed(answer, sent),
          AnswerHeaders.freshFor(answer, clock.instant()));
    }
    if (status != 200) {
      throw failure(answer);
    }
    if (answer.cut()) {
      throw new FetchFailure(FeedOutcome.TOO_LARGE, "sends more than " + rules.bytes() + " bytes");
    }
    byte[] body =
        Unpacked.bytes(answer.body(), answer.header("Content-Encoding").orElse(""), rules.bytes());
    return new Fetched(
        body,
        AnswerHeaders.charset(answer),
        url,
        moved,
        Validators.of(
            answer.header("ETag").orElse(null), answer.header("Last-Modified").orElse(null)),
        AnswerHeaders.freshFor(answer, clock.instant()));
  }

  /** A "not modified" may bring new validators; what it leaves out stays as it was. */
  private static Validators renewed(OutboundAnswer answer, Validators sent) {
    return Validators.of(
        answer.header("ETag").orElse(sent.etag()),
        answer.header("Last-Modified").orElse(sent.lastModified()));
  }

  private FetchFailure failure(OutboundAnswer answer) {
    int status = answer.status();
    if (status == 410) {
      return new FetchFailure(
          FeedOutcome.GONE,
          "the server says that it is gone for good (410); take it off the list or change its URL");
    }
    FeedOutcome outcome =
        status >= 500
            ? FeedOutcome.HTTP_5XX
            : status >= 400 ? FeedOutcome.HTTP_4XX : FeedOutcome.HTTP_OTHER;
    return new FetchFailure(
        outcome,
        "the server answered " + status,
        AnswerHeaders.retryAfter(answer, clock.instant()));
  }

  private static URI target(URI from, OutboundAnswer answer) throws FetchFailure {
    String location = answer.header("Location").orElse("").strip();
    if (location.isEmpty()) {
      throw new FetchFailure(FeedOutcome.REDIRECT, "redirects without saying whereto");
    }
    URI target = from.resolve(uri(location));
    boolean down = isScheme(from, "https") && isScheme(target, "http");
    if (down) {
      throw new FetchFailure(
          FeedOutcome.REDIRECT, "redirects from https to http, which is not followed");
    }
    return target;
  }

  private static boolean isScheme(URI uri, String scheme) {
    return scheme.equalsIgnoreCase(uri.getScheme());
  }

  private static URI uri(String text) throws FetchFailure {
    try {
      return new URI(text.replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new FetchFailure(FeedOutcome.ADDRESS_REFUSED, "the address is no URL");
    }
  }

  /** The host of an address for the gate; empty when it has none that can be read. */
  static String host(String url) {
    try {
      return host(uri(url));
    } catch (FetchFailure e) {
      return "";
    }
  }

  private static String host(URI uri) {
    String host = uri.getHost() == null ? uri.getRawAuthority() : uri.getHost();
    return host == null ? "" : host.toLowerCase(Locale.ROOT);
  }
}
