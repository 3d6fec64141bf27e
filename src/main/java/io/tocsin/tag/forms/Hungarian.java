package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Hungarian case suffixes.
 *
 * <p>After the tables of Hungarian grammars: back or front vowels by harmony, a third rounded form
 * of three suffixes; a and e lengthen before a suffix, which folds away; the v of -val and -vá
 * takes the shape of the consonant before it. Names of mixed vowels waver, so both harmonies are
 * made for them.
 */
final class Hungarian implements Function<String, List<String>> {
  private static final List<String> BACK =
      List.of("ban", "ból", "ba", "nak", "ra", "ról", "hoz", "tól", "nál");
  private static final List<String> FRONT =
      List.of("ben", "ből", "be", "nek", "re", "ről", "hez", "höz", "től", "nél");
  private static final List<String> BOTH = List.of("t", "ért", "ig", "ként", "i");
  private static final String BACK_VOWELS = "aáoóuú";
  private static final String FRONT_VOWELS = "eéiíöőüű";

  /** Letters of two signs, which double only the first: Franciaország takes ggal, Párizs zzsal. */
  private static final List<String> DIGRAPHS = List.of("sz", "zs", "cs", "gy", "ly", "ny", "ty");

  @Override
  public List<String> apply(String word) {
    boolean back = has(word, BACK_VOWELS);
    boolean front = !back || frontAtEnd(word);
    boolean vowel = isVowel(word.charAt(word.length() - 1));
    List<String> forms = new ArrayList<>();
    if (back) {
      BACK.forEach(suffix -> forms.add(word + suffix));
      if (vowel) {
        forms.addAll(List.of(word + "n", word + "val"));
      } else {
        forms.addAll(List.of(word + "on", word + "ot", word + "at", doubled(word) + "al"));
      }
    }
    if (front) {
      FRONT.forEach(suffix -> forms.add(word + suffix));
      if (vowel) {
        forms.addAll(List.of(word + "n", word + "vel"));
      } else {
        forms.addAll(List.of(word + "en", word + "ön", word + "et", doubled(word) + "el"));
      }
    }
    BOTH.forEach(suffix -> forms.add(word + suffix));
    return forms;
  }

  private static String doubled(String word) {
    for (String digraph : DIGRAPHS) {
      if (word.endsWith(digraph)) {
        return word.substring(0, word.length() - 1) + digraph;
      }
    }
    return word + Character.toLowerCase(word.charAt(word.length() - 1));
  }

  private static boolean frontAtEnd(String word) {
    for (int i = word.length() - 1; i >= 0; i--) {
      if (isVowel(word.charAt(i))) {
        return FRONT_VOWELS.indexOf(Character.toLowerCase(word.charAt(i))) >= 0;
      }
    }
    return true;
  }

  private static boolean has(String word, String vowels) {
    return word.chars().anyMatch(c -> vowels.indexOf(Character.toLowerCase(c)) >= 0);
  }

  private static boolean isVowel(char c) {
    char lower = Character.toLowerCase(c);
    return BACK_VOWELS.indexOf(lower) >= 0 || FRONT_VOWELS.indexOf(lower) >= 0;
  }
}
