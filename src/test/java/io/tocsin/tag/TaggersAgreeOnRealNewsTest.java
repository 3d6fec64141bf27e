package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.fixtures.RealNews;
import io.tocsin.model.Watchlist;
import io.tocsin.wire.watchlist.WatchlistFolder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both taggers find the same in every real article, with the default watchlist. */
class TaggersAgreeOnRealNewsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "reuters-1987-spring.jsonl.gz",
        "fulltext-6000.jsonl.gz",
        "headlines-2022.jsonl.gz"
      })
  void bothFindTheSame(String file) {
    // Given
    RealNews.file(file);
    Watchlist watchlist = WatchlistFolder.read(Path.of("config/watchlist"));
    PlainTagger plain = PlainTagger.compile(watchlist);
    Tagger fast = Tagger.compile(watchlist);
    AtomicInteger read = new AtomicInteger();

    // When
    RealNews.forEach(
        file,
        article -> {
          String as = file + ", article " + read.incrementAndGet();

          // Then
          TaggersAgreeTest.assertAgrees(fast.tag(article), plain.tag(article), as);
        });
    assertThat(read.get()).isGreaterThan(5_000);
  }
}
