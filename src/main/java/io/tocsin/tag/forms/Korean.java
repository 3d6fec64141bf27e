package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Korean particles, which are written onto the word.
 *
 * <p>After the usual tables of particles: some have two shapes, one after a final consonant (은, 이,
 * 을, 과, 으로) and one after a vowel (는, 가, 를, 와, 로); the syllable block tells which, by its number
 * modulo 28.
 */
final class Korean implements Function<String, List<String>> {
  private static final List<String> ANY =
      List.of(
          "의", "에", "에서", "도", "에는", "에서는", "에도", "에서도", "만", "까지", "부터", "에게", "에게는", "한테", "보다",
          "처럼", "측", "측은", "산", "발", "및", "에서의", "에서만", "뿐", "조차", "마저", "께서");

  private static final List<String> AFTER_CONSONANT =
      List.of("은", "이", "을", "과", "과의", "과는", "이나", "이며", "이라고", "이라는", "이고", "이란");

  private static final List<String> AFTER_VOWEL =
      List.of("는", "가", "를", "와", "와의", "와는", "나", "며", "라고", "라는", "고", "란");

  private static final List<String> DIRECTION_AFTER_CONSONANT =
      List.of("으로", "으로의", "으로부터", "으로는", "으로서");

  private static final List<String> DIRECTION_AFTER_VOWEL = List.of("로", "로의", "로부터", "로는", "로서");

  private static final char FIRST = '가';
  private static final char LAST = '힣';
  private static final int FINALS = 28;
  private static final int RIEUL = 8;

  static boolean isSyllable(char c) {
    return c >= FIRST && c <= LAST;
  }

  @Override
  public List<String> apply(String word) {
    char last = word.charAt(word.length() - 1);
    if (!isSyllable(last) || word.length() < 2) {
      return List.of();
    }
    int end = (last - FIRST) % FINALS;
    List<String> forms = new ArrayList<>();
    (end == 0 ? AFTER_VOWEL : AFTER_CONSONANT).forEach(particle -> forms.add(word + particle));
    ANY.forEach(particle -> forms.add(word + particle));
    (end == 0 || end == RIEUL ? DIRECTION_AFTER_VOWEL : DIRECTION_AFTER_CONSONANT)
        .forEach(particle -> forms.add(word + particle));
    return forms;
  }
}
