package io.tocsin.tag.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Which dots end no sentence: an own list for English, German, Spanish and French. */
final class Abbreviations {
  /** A name, a number or a noun follows; the sentence goes on whatever comes. */
  private static final Set<String> OPEN =
      words(
          """
          mr mrs ms dr prof gen sen rep gov lt col maj sgt cpl capt cmdr adm brig rev hon pres st mt ft vs viz cf al
          messrs supt det insp amb atty e.g i.e approx dept est fig
          hr fr nr bzw z.b d.h u.a vgl ca dipl ing abs art bd str
          sra srta dra ud uds d dn ee.uu pág núm mme mlle mm mgr me
          """);

  /** May stand at the end of a sentence as well; the next word decides. */
  private static final Set<String> EITHER =
      words(
          """
          inc corp co ltd plc llc bros jr sr etc no nos vol a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a m.a
          jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
          ave blvd rd calif mass conn pa va md ill mich wis minn tex okla ariz fla ga tenn ky wash ore colo penn
          usw jh jhd chr mio mrd
          """);

  /** Words that open sentences far more often than they follow an abbreviation within one. */
  private static final Set<String> STARTERS =
      words(
          """
          the a an he she it they we i you this that these those there his her its their our in on at but and or as after
          before when while if for from with what who how why not also however since so some many most
          der die das er sie es ein eine in im am und aber wir ich
          el la los las un una en y pero il elle ils les le des une dans et mais
          """);

  /** After "3." a German month goes on with a date. */
  private static final Set<String> MONTHS =
      words("januar februar märz april mai juni juli august september oktober november dezember");

  private Abbreviations() {}

  private static Set<String> words(String list) {
    // Languages share words: a set of distinct ones is what counts.
    return Set.copyOf(Arrays.asList(list.strip().split("\\s+")));
  }

  /**
   * Whether the dot after a word belongs to it and the sentence goes on.
   *
   * @param before what stands before the dot, back to the last space
   * @param after the next word
   */
  static boolean goesOn(String before, String after) {
    String word = before.toLowerCase(Locale.ROOT);
    String next = after.toLowerCase(Locale.ROOT);
    if (OPEN.contains(word)) {
      return true;
    }
    boolean initial =
        before.codePointCount(0, before.length()) == 1 && Character.isLetter(before.codePointAt(0));
    if (initial || EITHER.contains(word) || isDotted(before)) {
      return !STARTERS.contains(next);
    }
    boolean ordinal = word.length() <= 2 && word.chars().allMatch(Character::isDigit);
    return ordinal && MONTHS.contains(next);
  }

  /** Letters and dots in turn: U.S, D.P.R.K, z.B. */
  private static boolean isDotted(String word) {
    if (word.length() < 3) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      boolean fits = i % 2 == 0 ? Character.isLetter(word.charAt(i)) : word.charAt(i) == '.';
      if (!fits) {
        return false;
      }
    }
    return word.length() % 2 == 1;
  }
}
