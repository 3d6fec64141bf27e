package io.tocsin.tag.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Finnish cases: genitive, partitive, the three inner and three outer local cases, essive and
 * translative.
 *
 * <p>After the tables of Finnish grammars: the vowel of the ending is a or ä by harmony, which
 * folds away, so that it is made once; the stem is weak before a closed syllable (kk to k, nk to
 * ng, nt to nn) and strong before partitive, illative and essive; words in a consonant take i,
 * those in -nen change to -se-, those in -s to -kse-, plurals in -t take i or j.
 */
final class Finnish implements Function<String, List<String>> {
  private static final List<String> WEAK = List.of("n", "ssa", "sta", "lla", "lta", "lle", "ksi");
  private static final List<String> PLURAL =
      List.of("issa", "ista", "illa", "ilta", "ille", "iin", "ihin", "in", "ina", "iksi", "ia");
  private static final String VOWELS = "aeiouyäöå";

  /** Strong and weak ends of a stem, the longer before the shorter. */
  private static final String[][] GRADES = {
    {"kk", "k"},
    {"pp", "p"},
    {"tt", "t"},
    {"nk", "ng"},
    {"nt", "nn"},
    {"mp", "mm"},
    {"lt", "ll"},
    {"rt", "rr"},
  };

  @Override
  public List<String> apply(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> forms = new ArrayList<>();
    if (word.length() < 3) {
      return forms;
    }
    if (lower.endsWith("nen")) {
      String stem = cut(word, 3) + "s";
      singular(stem + "e", stem + "e", forms);
      forms.add(stem + "ta");
    } else if (lower.endsWith("vallat")) {
      plural(cut(word, 2) + "o", cut(word, 3) + "tojen", forms);
      forms.add(cut(word, 3) + "tain");
      forms.add(cut(word, 3) + "toja");
      forms.add(cut(word, 3) + "toihin");
    } else if (lower.endsWith("maat")) {
      plural(cut(word, 2), cut(word, 2) + "iden", forms);
      forms.add(cut(word, 2) + "ita");
    } else if (lower.endsWith("it")) {
      plural(cut(word, 2), cut(word, 1) + "en", forms);
      plural(cut(word, 2) + "e", cut(word, 2) + "eja", forms);
      forms.add(cut(word, 2) + "eihin");
    } else if (VOWELS.indexOf(lower.charAt(lower.length() - 1)) >= 0) {
      vowelStem(word, lower, forms);
    } else {
      singular(word + "i", word + "i", forms);
      if (lower.endsWith("s")) {
        singular(cut(word, 1) + "kse", cut(word, 1) + "kse", forms);
        forms.add(word + "ta");
      }
    }
    return forms;
  }

  private static void vowelStem(String word, String lower, List<String> forms) {
    singular(word, weak(word, lower), forms);
    if (lower.endsWith("mi") || lower.endsWith("ni")) {
      // Old words in -i: Suomi, Suomen.
      singular(cut(word, 1) + "e", cut(word, 1) + "e", forms);
    }
    if (lower.endsWith("e")) {
      forms.add(word + "tta");
      singular(word + "e", word + "e", forms);
    }
  }

  /** Cases of the singular, of a stem that ends in a vowel. */
  private static void singular(String strong, String weak, List<String> forms) {
    WEAK.forEach(ending -> forms.add(weak + ending));
    char vowel = strong.charAt(strong.length() - 1);
    boolean two = strong.length() > 1 && VOWELS.indexOf(strong.charAt(strong.length() - 2)) >= 0;
    forms.add(strong + "a");
    forms.add(strong + vowel + "n");
    forms.add(strong + "na");
    if (two || vowel == 'o' || vowel == 'u') {
      forms.add(strong + "h" + vowel + "n");
      forms.add(strong + "ta");
    }
  }

  private static void plural(String stem, String genitive, List<String> forms) {
    PLURAL.forEach(ending -> forms.add(stem + ending));
    forms.add(genitive);
  }

  private static String weak(String word, String lower) {
    String vowel = word.substring(word.length() - 1);
    String stem = cut(word, 1);
    String lowerStem = cut(lower, 1);
    for (String[] grade : GRADES) {
      if (lowerStem.endsWith(grade[0])) {
        return cut(stem, grade[0].length()) + grade[1] + vowel;
      }
    }
    return word;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
