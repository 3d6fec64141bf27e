package io.tocsin.tag.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where sentences end; a bar in the texts marks each place, and is not part of the text. */
class SentencesTest {
  private static final String SPACE = "[\\s\u2029]";

  static List<String> marked() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SentencesTest.class.getResourceAsStream("sentences.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.replace("\\n", "\n").replace("\\u2029", "\u2029"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("marked")
  void textIsSplit(String marked) {
    // Given
    String text = marked.replace("|", "");

    // When
    List<String> sentences =
        Sentences.of(text).stream().map(s -> text.substring(s.start(), s.end())).toList();

    // Then
    assertThat(sentences)
        .isEqualTo(List.of(marked.split("\\|", -1)).stream().map(String::strip).toList());
  }

  /** The JDK knows neither abbreviations nor lists; what it finds is the least we must find. */
  @Test
  void boundariesAreBetterThanThoseOfTheBreakIterator(TestReporter reporter) {
    // When
    double ours = score(Sentences::of);
    double theirs = score(SentencesTest::byBreakIterator);

    // Then
    reporter.publishEntry("F1 over invented cases", "ours " + ours + ", the JDK's " + theirs);
    assertThat(ours).isGreaterThan(0.99).isGreaterThan(theirs + 0.05);
  }

  @Test
  void blankTextHasNoSentence() {
    // When
    List<Span> sentences = Sentences.of(" \n\n \t");

    // Then
    assertThat(sentences).isEmpty();
  }

  @Test
  void everyVisibleCharacterLiesInASentence() {
    for (String marked : marked()) {
      // Given
      String text = marked.replace("|", "");

      // When
      StringBuilder kept = new StringBuilder();
      Sentences.of(text).forEach(span -> kept.append(text, span.start(), span.end()));

      // Then
      assertThat(kept.toString().replaceAll(SPACE, "")).isEqualTo(text.replaceAll(SPACE, ""));
    }
  }

  /** F1 of the starts of all sentences but the first. */
  private static double score(Function<String, List<Span>> splitter) {
    int right = 0;
    int expected = 0;
    int found = 0;
    for (String marked : marked()) {
      Set<Integer> truth = new HashSet<>();
      StringBuilder text = new StringBuilder();
      for (String sentence : marked.split("\\|", -1)) {
        int lead = sentence.length() - sentence.stripLeading().length();
        truth.add(text.length() + lead);
        text.append(sentence);
      }
      Set<Integer> starts = new HashSet<>();
      splitter.apply(text.toString()).forEach(span -> starts.add(span.start()));
      truth.remove(0);
      starts.remove(0);
      expected += truth.size();
      found += starts.size();
      starts.retainAll(truth);
      right += starts.size();
    }
    return 2.0 * right / (expected + found);
  }

  private static List<Span> byBreakIterator(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<Span> spans = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      spans.add(new Span(start, end));
      start = end;
    }
    return spans;
  }
}
