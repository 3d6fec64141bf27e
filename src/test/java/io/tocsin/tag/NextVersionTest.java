package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.model.Article;
import io.tocsin.model.Rule;
import io.tocsin.model.Subject;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.RandomNews.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A version compiled after the one before is the same as one compiled from scratch, and what did
 * not change is not read again.
 */
class NextVersionTest {
  private static final int CHAINS = 8;
  private static final int VERSIONS = 5;
  private static final int ARTICLES = 5;

  @ParameterizedTest
  @EnumSource(Script.class)
  void chainOfVersionsTagsAsEachVersionFromScratch(Script script) {
    int matches = 0;
    int refused = 0;
    for (int chain = 0; chain < CHAINS; chain++) {
      long seed = script.name().hashCode() * 3_000L + chain;
      Random random = new Random(seed);
      Watchlist watchlist = Watchlist.EMPTY;
      Tagger running = Tagger.compile(watchlist);
      for (int version = 1; version <= VERSIONS; version++) {
        // Given
        RandomNews news = new RandomNews(script, random.nextLong());
        watchlist = changed(watchlist, news.watchlist(), version, random);
        String refusal = refusal(watchlist);
        if (!refusal.isEmpty()) {
          Tagger before = running;
          Watchlist wrong = watchlist;
          assertThatThrownBy(() -> before.next(wrong)).as("seed " + seed).hasMessage(refusal);
          refused++;
          continue;
        }
        Tagger scratch = Tagger.compile(watchlist);

        // When
        running = running.next(watchlist);

        // Then
        for (int i = 0; i < ARTICLES; i++) {
          Article article = news.article();
          assertThat(running.tag(article))
              .as("seed " + seed + ", version " + version + ", article " + i)
              .isEqualTo(scratch.tag(article));
          matches += scratch.tag(article).matches().size();
        }
      }
    }
    assertThat(matches).isGreaterThan(CHAINS);
    assertThat(refused).isLessThan(CHAINS * VERSIONS / 2);
  }

  @Test
  void queryThatDidNotChangeIsTakenAndNotReadAgain() {
    // Given
    Watchlist first =
        Watch.rules(
            List.of(Watch.query("query/arms", "missile* AND arms")),
            Watch.match("rule-old", "embargo OR sanctions"),
            Watch.match("rule-kept", "\"oil price\" AND NOT palm"));
    Watchlist second =
        Watch.rules(
            List.of(Watch.query("query/arms", "missile* AND arms")),
            Watch.match("rule-kept", "\"oil price\" AND NOT palm"),
            Watch.match("rule-new", "tanker"));
    Compiled before = new Compilation(first, ParsedQueries.NONE).compiled();

    // When
    Compiled after = new Compilation(second, before.parsed()).compiled();

    // Then
    assertThat(after.parsed().byText().keySet())
        .containsExactlyInAnyOrder("missile* AND arms", "\"oil price\" AND NOT palm", "tanker");
    for (String kept : List.of("missile* AND arms", "\"oil price\" AND NOT palm")) {
      assertThat(after.parsed().byText().get(kept)).isSameAs(before.parsed().byText().get(kept));
    }
  }

  @Test
  void queryWhoseOwnerChangedIsToldUnderItsNewOwner() {
    // Given
    Tagger running = Tagger.compile(Watch.rules(List.of(), Watch.match("rule-a", "oil AND price")));
    Watchlist wrong = Watch.rules(List.of(), Watch.match("rule-b", "oil AND price OR gas"));

    // When, Then
    assertThatThrownBy(() -> running.next(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("rule rule-b: query, position ");
  }

  /** Of each subject and rule by chance the old one, the new one, or none. */
  private static Watchlist changed(Watchlist old, Watchlist fresh, int version, Random random) {
    Map<String, Subject> subjects = new TreeMap<>();
    old.subjects().forEach(subject -> subjects.put(subject.id(), subject));
    for (Subject subject : fresh.subjects()) {
      if (random.nextInt(3) == 0) {
        subjects.put(subject.id(), subject);
      }
    }
    subjects.values().removeIf(subject -> random.nextInt(8) == 0);
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : fresh.rules()) {
      old.rules().stream()
          .filter(known -> known.id().equals(rule.id()) && random.nextBoolean())
          .findFirst()
          .ifPresentOrElse(rules::add, () -> rules.add(rule));
    }
    rules.sort(Comparator.comparing(Rule::id));
    return new Watchlist(
        version, fresh.effectiveFrom(), List.copyOf(subjects.values()), List.copyOf(rules));
  }

  /** Why a watchlist cannot be compiled; empty when it can. */
  private static String refusal(Watchlist watchlist) {
    try {
      Tagger.compile(watchlist);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
