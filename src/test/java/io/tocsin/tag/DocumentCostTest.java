package io.tocsin.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.tag.story.Story;
import io.tocsin.tag.text.Lead;
import io.tocsin.tag.text.Scan;
import io.tocsin.tag.text.Sentences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Sentences, lead, fingerprint and signature of texts made to hurt: anything that is not linear in
 * the length would not end within the limit. What they cost is in the benchmarks.
 */
class DocumentCostTest {
  private static final int SIZE = 1_000_000;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String ORDINARY =
      "The harbour of Port Selby was closed on Monday after a crane fell onto the quay. Nobody was"
          + " hurt, the harbour master said, and ships wait outside.\n\n";

  private static Map<String, String> hostile() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("one repeated prefix", repeated("Kim Jong "));
    texts.put("dots", repeated("."));
    texts.put("dots and spaces", repeated(". "));
    texts.put("quotes", repeated("\""));
    texts.put("stops and quotes", repeated("?\" "));
    texts.put("stops, quotes and words of speech", repeated("?\" Aa Bb Cc Dd "));
    texts.put("initials", repeated("A. "));
    texts.put("abbreviations", repeated("Inc. "));
    texts.put("ordinals", repeated("am 3. "));
    texts.put("dotted words", repeated("a.b.c.d.e. "));
    texts.put("no spaces", repeated("a"));
    texts.put("one letter with a million marks", "a" + repeated("\u0301"));
    texts.put("letters with marks", repeated("a\u0301\u0327\u0345\u0301\u0327\u0345\u0301\u0327"));
    texts.put("line breaks", repeated("\n"));
    texts.put("line breaks and spaces", repeated("\n "));
    texts.put("items of a list", repeated("\n- "));
    texts.put("numbered items", repeated("\n1. "));
    texts.put("spaces", repeated(" "));
    texts.put("openers", repeated(". ((((("));
    texts.put("credits", ORDINARY + repeated("a.\n"));
    texts.put("han stops", repeated("中。"));
    texts.put("greek questions", repeated("α; "));
    return texts;
  }

  @Test
  void sentencesAndLeadOfHostileTextsEnd() {
    hostile().forEach((name, text) -> assertTimeout(LIMIT, () -> readSentences(text), name));
  }

  @Test
  void fingerprintAndSignatureOfHostileTextsEnd() {
    Story story = new Story();
    hostile().forEach((name, text) -> assertTimeout(LIMIT, () -> sign(story, scan(text)), name));
  }

  private static void readSentences(String text) {
    List<FieldSpan> spans = new ArrayList<>();
    Sentences.of(text)
        .forEach(span -> spans.add(new FieldSpan(Field.BODY, span.start(), span.end())));
    assertThat(Lead.end(text, spans)).isLessThanOrEqualTo(6);
  }

  private static void sign(Story story, Scan scan) {
    assertThat(story.fingerprint(scan)).hasSize(16);
    assertThat(story.signature(scan)).hasSizeLessThanOrEqualTo(171);
  }

  private static Scan scan(String text) {
    Scan scan = new Scan();
    scan.read(Watch.body(text));
    return scan;
  }

  private static String repeated(String unit) {
    return unit.repeat(SIZE / unit.length());
  }
}
