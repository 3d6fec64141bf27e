package io.tocsin.tag.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tocsin.tag.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts are alike, on invented text. */
class SignaturesTest {
  private static final String TEXT =
      """
      The harbour of Port Selby was closed on Monday after a crane fell onto the quay, and ships \
      had to wait outside until the evening tide brought the salvage crew with its own lifting gear.

      Nobody was hurt, the harbour master said.""";

  private final Signed signed = new Signed();

  /** The words on a topic are compared with those of other processes and of later versions. */
  @Test
  void aSignatureIsTheSameInEveryProcessAndVersion() {
    assertThat(signed.body(TEXT))
        .isEqualTo(
            "f+ZCfdwzn+yCvQjbIKkh/zFBlgMy4PmnHHJe92VVIjdy/rXzqXkMGbjZRslnAocopr6HOC+fMRR8"
                + "wMVRbnLz2kpfUm69q9a0Ls/bxOclLzpY7/8cA8/YLj2zIuj3loKwWMi8UDNniFZ1bSxGnh2FaRNY"
                + "Ll8WlA4xhh0k63oySl8");
    assertThat(signed.article("Kran stürzt auf Kai", ""))
        .isEqualTo(
            "IcbWNGR7g3r7HCYTAHekLbQsxMDFq0xGJ202ZEPU1hx85DY+0NUUJobeP4Fi3ckEvvARdtPlncCK"
                + "ifAIr5LbrqOurCPu1IWWfxLcV4DRvX48+SnXn+yI1HBtyQvwi9x7S7i28daU8h8BHolsy5aEj+3K"
                + "FGGxFNZLQuawxtnU530");
    assertThat(signed.body("嵐のあと町の港が閉鎖された。".repeat(3)))
        .isEqualTo(
            "tgB2dCteDwJbbfPkHEnAgcyFtT5J7DGml/1B7Ezjy3Qn81JTGvCY5qDAl/AehA76C0J5JJCAess+"
                + "0uR0EbkJptenJ9RP0iTFuRwG1qb71rkk80k3dh26nlc7RMxo5T6B3qnH8elPyofk+R3nngKquvK6"
                + "YN1jk0XLEmE21I2Gyo8");
  }

  @Test
  void caseAndPunctuationAndCreditMakeNoDifference() {
    // When
    String copy = signed.body(TEXT.toUpperCase(Locale.ROOT) + "\n\n(Reporting by Mara Quintell)");

    // Then
    assertThat(Signatures.estimate(copy, signed.body(TEXT))).isEqualTo(1);
  }

  @Test
  void aTextWithoutWordsIsLikeNothing() {
    // When
    String none = signed.body("… !");

    // Then
    assertThat(none).isEmpty();
    assertThat(Signatures.bands(none)).isEmpty();
    assertThat(Signatures.estimate(none, none)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Wordle answer for Tuesday the fifth of May, Wordle answer for Tuesday the sixth of May",
    "Crane falls, Bridge falls",
    "Harbour, Airport",
  })
  void aHeadlineIsLikeItselfAndNoOther(String headline, String other) {
    // When
    String one = signed.article(headline, "");

    // Then
    assertThat(Signatures.estimate(one, signed.article(headline.toUpperCase(Locale.ROOT), "")))
        .isEqualTo(1);
    assertThat(Signatures.estimate(one, signed.article(other, ""))).isLessThan(0.1);
    assertThat(common(one, signed.article(other, ""))).isZero();
  }

  @Test
  void shortTextsNeverMeetByChance() {
    // Given
    List<String> signatures = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      signatures.add(signed.article("headline number " + i, ""));
    }

    // When
    double highest = 0;
    for (int i = 0; i < signatures.size(); i++) {
      for (int j = 0; j < i; j++) {
        highest = Math.max(highest, Signatures.estimate(signatures.get(i), signatures.get(j)));
      }
    }

    // Then
    assertThat(highest).isLessThan(0.1);
  }

  @ParameterizedTest(name = "level {0}")
  @CsvSource({"0, 1.0", "1, 1.0", "2, 0.99", "3, 0.6"})
  void editedCopiesAreFoundAndOthersAreNot(int level, double recall) {
    // Given
    List<String> texts = texts(300);
    List<String> signatures = texts.stream().map(signed::body).toList();
    EditedCopies copies = new EditedCopies(11);

    // When
    int found = 0;
    int wrong = 0;
    for (int i = 0; i < texts.size(); i++) {
      String copy = signed.body(copies.copy(texts.get(i), level));
      for (int j = 0; j < texts.size(); j++) {
        boolean alike =
            common(copy, signatures.get(j)) > 0
                && Signatures.estimate(copy, signatures.get(j)) >= Signatures.SAME_STORY;
        found += alike && i == j ? 1 : 0;
        wrong += alike && i != j ? 1 : 0;
      }
    }

    // Then
    assertThat((double) found / texts.size()).isGreaterThanOrEqualTo(recall);
    assertThat(wrong).isZero();
  }

  @Test
  void theEstimateIsNearTheTruth() {
    // Given
    List<String> texts = texts(100);
    EditedCopies copies = new EditedCopies(5);

    // When
    double error = 0;
    for (String text : texts) {
      String copy = copies.copy(text, 2);
      double truth = EditedCopies.jaccard(Words.folded(text), Words.folded(copy));
      error += Signatures.estimate(signed.body(text), signed.body(copy)) - truth;
    }

    // Then
    assertThat(error / texts.size()).isCloseTo(0, within(0.02));
  }

  @Test
  void whatIsNoSignatureIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signatures.bands("abc"))
        .withMessage("a signature has 171 characters, not 3");
  }

  private static int common(String one, String other) {
    Set<Integer> keys = Arrays.stream(Signatures.bands(one)).boxed().collect(Collectors.toSet());
    return (int) Arrays.stream(Signatures.bands(other)).filter(keys::contains).count();
  }

  /** Texts of 150 to 350 invented words, of which some are far more frequent than others. */
  private static List<String> texts(int number) {
    Random random = new Random(20261124);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int length = 150 + random.nextInt(200);
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < length; word++) {
        int rank = (int) Math.exp(random.nextDouble() * Math.log(5000));
        text.append(word == 0 ? "" : " ").append("word").append(rank);
      }
      texts.add(text.toString());
    }
    return texts;
  }
}
