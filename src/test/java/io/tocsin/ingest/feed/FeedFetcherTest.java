package io.tocsin.ingest.feed;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers do to a reader of feeds, and what becomes of it. */
@Timeout(60)
class FeedFetcherTest {
  private static final byte[] FEED =
      "<rss><channel><title>T</title></channel></rss>".getBytes(UTF_8);
  private static final FetchRules SHORT =
      new FetchRules("Tocsin/1.0", 1_000_000, Duration.ofSeconds(2));

  private final FeedSite site = new FeedSite();
  private final Visits visits = Visits.to(site);

  @AfterEach
  void stop() {
    visits.close();
    site.close();
  }

  @Test
  void everyRequestSaysWhoWeAreAndTakesPackedAnswers() throws FetchFailure {
    site.publish("/feed", FEED);

    Fetched fetched = visits.fetch(site.url("/feed"));

    assertThat(fetched.body()).isEqualTo(FEED);
    FeedSite.Asked asked = site.asked().get(0);
    assertThat(asked.headers().getFirst("User-Agent")).startsWith("Tocsin/1.0 (");
    assertThat(asked.headers().getFirst("Accept-Encoding")).isEqualTo("gzip, deflate");
  }

  @Test
  void packedFeedsAreUnpackedEvenWhenTheServerForgetsToSaySo() throws FetchFailure, IOException {
    site.put("/gzip", 200, Map.of("Content-Encoding", "gzip"), gzip(FEED));
    site.put("/silent", 200, Map.of(), gzip(FEED));
    site.put("/deflate", 200, Map.of("Content-Encoding", "deflate"), deflate(FEED));
    site.put("/lie", 200, Map.of("Content-Encoding", "gzip"), FEED);

    for (String path : new String[] {"/gzip", "/silent", "/deflate", "/lie"}) {
      assertThat(visits.fetch(site.url(path)).body()).as(path).isEqualTo(FEED);
    }
  }

  @Test
  void bombIsStoppedByItsRatioAndByItsSize() throws IOException {
    site.put("/ratio", 200, Map.of("Content-Encoding", "gzip"), gzip(new byte[5_000_000]));
    byte[] noise = new byte[60_000];
    new Random(1).nextBytes(noise);
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    for (int i = 0; i < 200; i++) {
      large.write(noise);
    }
    site.put("/size", 200, Map.of("Content-Encoding", "gzip"), gzip(large.toByteArray()));

    assertThat(failure("/ratio").outcome()).isEqualTo(FeedOutcome.TOO_LARGE);
    assertThat(failure("/ratio")).hasMessageContaining("100 times");
    assertThat(failure("/size").outcome()).isEqualTo(FeedOutcome.TOO_LARGE);
  }

  @Test
  void brokenPackingIsToldApart() throws IOException {
    byte[] packed = gzip(FEED);
    site.put(
        "/cut", 200, Map.of("Content-Encoding", "gzip"), Arrays.copyOf(packed, packed.length - 9));
    site.put("/brotli", 200, Map.of("Content-Encoding", "br"), new byte[] {1, 2, 3});

    assertThat(failure("/cut").outcome()).isEqualTo(FeedOutcome.TRUNCATED);
    assertThat(failure("/brotli").outcome()).isEqualTo(FeedOutcome.MALFORMED);
  }

  @Test
  void dripThatNeverEndsIsGivenUpInTime() throws IOException {
    try (RawServer server = new RawServer(FeedFetcherTest::drip);
        Visits patient = new Visits(Set.of("127.0.0.1"), Set.of(server.port()), SHORT)) {
      long began = System.nanoTime();

      FetchFailure failure =
          catchThrowableOfType(FetchFailure.class, () -> patient.fetch(server.url()));

      assertThat(failure.outcome()).isEqualTo(FeedOutcome.TIMEOUT);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void endlessBodyIsCutAtTheLargestSize() throws IOException {
    try (RawServer server = new RawServer(FeedFetcherTest::flood);
        Visits patient = new Visits(Set.of("127.0.0.1"), Set.of(server.port()), SHORT)) {

      FetchFailure failure =
          catchThrowableOfType(FetchFailure.class, () -> patient.fetch(server.url()));

      assertThat(failure.outcome()).isEqualTo(FeedOutcome.TOO_LARGE);
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/feed",
        "http://192.168.1.1/feed",
        "http://0x7f.1/feed",
        "http://2130706433/feed",
        "http://news.example:25/feed",
        "http://user:word@news.example/feed",
        "file:///etc/passwd",
      })
  void addressesOfOurOwnNetworkAreNotCalledDirectlyOrByRedirect(String address) {
    site.redirect("/moved", 302, address);
    try (Visits strict =
        new Visits(Set.of("127.0.0.2"), Set.of(site.port()), FetchRules.standard("1", ""))) {
      assertThat(catchThrowableOfType(FetchFailure.class, () -> strict.fetch(address)).outcome())
          .isEqualTo(FeedOutcome.ADDRESS_REFUSED);
    }

    // 127.0.0.1 itself is allowed here, on the port of the site and on 80, where nobody listens.
    FeedOutcome outcome = failure("/moved").outcome();
    if (!address.equals("http://127.0.0.1/")) {
      assertThat(outcome).isEqualTo(FeedOutcome.ADDRESS_REFUSED);
    }
    assertThat(site.asked()).hasSize(1);
  }

  @Test
  void permanentMovesAreKeptAndTemporaryOnesAreNot() throws FetchFailure {
    site.publish("/new", FEED);
    site.redirect("/old", 301, "/middle");
    site.redirect("/middle", 308, site.url("/new"));
    site.redirect("/today", 302, "/new");
    site.redirect("/mixed", 301, "/today");

    assertThat(visits.fetch(site.url("/old")).moved()).isEqualTo(site.url("/new"));
    assertThat(visits.fetch(site.url("/today")).moved()).isEqualTo(site.url("/today"));
    assertThat(visits.fetch(site.url("/mixed")).moved()).isEqualTo(site.url("/today"));
  }

  @Test
  void redirectsEndAfterTheFifth() {
    site.redirect("/loop", 302, "/loop");

    assertThat(failure("/loop").outcome()).isEqualTo(FeedOutcome.REDIRECT);
    assertThat(site.asked()).hasSize(FeedFetcher.MOST_REDIRECTS + 1);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "404, HTTP_4XX",
    "403, HTTP_4XX",
    "410, GONE",
    "503, HTTP_5XX",
    "204, HTTP_OTHER",
    "304, HTTP_OTHER"
  })
  void statusesAreToldApart(int status, FeedOutcome outcome) {
    site.put("/status", status, Map.of("Retry-After", "7200"), new byte[0]);

    FetchFailure failure = failure("/status");

    assertThat(failure.outcome()).isEqualTo(outcome);
    if (outcome != FeedOutcome.GONE) {
      assertThat(failure.retryAfter()).isEqualTo(Duration.ofHours(2));
    }
  }

  @Test
  void nobodyThereIsUnreachable() {
    site.close();

    assertThat(failure("/feed").outcome()).isEqualTo(FeedOutcome.UNREACHABLE);
  }

  private FetchFailure failure(String path) {
    return catchThrowableOfType(FetchFailure.class, () -> visits.fetch(site.url(path)));
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    out.write("Content-Length: 1000\r\n\r\n".getBytes(US_ASCII));
    CountDownLatch never = new CountDownLatch(1);
    do {
      out.write('<');
      out.flush();
    } while (!never.await(100, TimeUnit.MILLISECONDS));
  }

  private static void flood(OutputStream out) throws IOException {
    out.write("Transfer-Encoding: chunked\r\n\r\n".getBytes(US_ASCII));
    byte[] chunk = ("4000\r\n" + "x".repeat(0x4000) + "\r\n").getBytes(US_ASCII);
    while (true) {
      out.write(chunk);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }
}
