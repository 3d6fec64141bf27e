package io.tocsin.tag.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which dots end no sentence: an own list for English, German, Spanish, French, Italian, Portuguese
 * and Russian. What is an ordinary word as well ("sat", "no", "art") only counts with a capital, or
 * before a number.
 */
final class Abbreviations {
  /** Longest word that may be an abbreviation, dots included; longer ones need no look-up. */
  static final int LONGEST = 10;

  /** With a capital: a name follows, and the sentence goes on whatever it is. */
  private static final Set<String> TITLES =
      words(
          """
          mr mrs ms dr prof gen sen rep gov lt col maj sgt cpl capt cmdr adm brig rev hon pres messrs supt det insp
          amb atty fr sr sra srta dra ud uds d dn dña mme mlle mm mgr sig dott on ing dipl hr exc mons
          """);

  /** In any case: something that belongs to it follows. */
  private static final Set<String> OPEN =
      words(
          """
          vs viz cf al e.g i.e approx bzw z.b d.h u.a vgl ca evtl ggf inkl sog p.ej p.ex c.à.d ee.uu dept sig dott avv
          ул им см стр проф акад св гл ред пр т.е т.н
          """);

  /** Before a number the sentence goes on, before anything else it does not. */
  private static final Set<String> NUMBERED =
      words("no nos nr núm pág pp art fig sec ch vol tel ext abs bd str p § № par kap cap");

  /** With a capital: may end a sentence as well; the next word decides. */
  private static final Set<String> EITHER =
      words(
          """
          inc corp co ltd plc llc bros jr sr ph.d st mt ft ave blvd rd
          jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun
          ala ariz ark calif cal colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla
          ore pa penn tenn tex va vt wash wis wyo ont que
          s.a s.p.a chr mio mrd
          """);

  /** A town in Russian before its name, and a year after its number. */
  private static final String TOWN_OR_YEAR = "г";

  /** Words that open sentences far more often than they follow an abbreviation within one. */
  private static final Set<String> STARTERS =
      words(
          """
          the a an he she it they we i you this that these those there his her its their our in on at but and or as after
          before when while if for from with what who how why not also however since so some many most no nobody
          by to under about over during despite although though because meanwhile according both all each another
          shares analysts investors critics police officials several two three few such then now yet instead earlier
          der die das er sie es ein eine in im am und aber wir ich doch auch dann nach bei sein seine
          el la los las un una en y pero il elle ils les le des une dans et mais no se lo su al
          un uno gli ma o os as um uma não em
          он она они это в на по но и а как что его её ее их мы я вы при об этот эта
          """);

  /** After "5 p.m." these go on. */
  private static final Set<String> AFTER_TIME =
      words(
          """
          monday tuesday wednesday thursday friday saturday sunday est edt et cst cdt ct mst mdt pst pdt pt gmt bst cet utc
          eastern pacific central mountain local
          """);

  /** After "3." these go on with a date or an ordinal. */
  private static final Set<String> AFTER_ORDINAL =
      words(
          """
          januar jänner februar märz april mai juni juli august september oktober november dezember
          jahrhundert weltkrieg bundesliga liga runde platz spieltag etage stock geburtstag jahrestag mal minute
          """);

  /** Before "3." these make it an ordinal. */
  private static final Set<String> BEFORE_ORDINAL =
      words("der den dem des am vom zum beim im seit ab bis zur");

  private Abbreviations() {}

  /** One mark for the length, first and last letter of every word in the lists before a dot. */
  private static final boolean[] MARKS = new boolean[1024];

  static {
    for (Set<String> list : List.of(TITLES, OPEN, NUMBERED, EITHER)) {
      for (String word : list) {
        MARKS[mark(word.length(), word.charAt(0), word.charAt(word.length() - 1))] = true;
      }
    }
  }

  /**
   * Whether {@link #goesOn} has to be asked for what stands before a dot: most words it would say
   * no to are known by three looks at them.
   */
  static boolean mayBe(char[] text, int from, int to) {
    if (to - from < 2) {
      return to > from;
    }
    for (int at = from; at < to; at++) {
      if ((text[at] | 0x20) < 'a' || (text[at] | 0x20) > 'z') {
        return true;
      }
    }
    return MARKS[mark(to - from, text[from], text[to - 1])];
  }

  private static int mark(int length, int first, int last) {
    return (length * 0x151 + (first & 0x1F) * 0x1D + (last & 0x1F)) & (MARKS.length - 1);
  }

  private static Set<String> words(String list) {
    // Languages share words: a set of distinct ones is what counts.
    return Set.copyOf(Arrays.asList(list.strip().split("\\s+")));
  }

  /**
   * Whether the dot after a word belongs to it and the sentence goes on.
   *
   * @param before what stands before the dot, back to the last space
   * @param beforeThat the word before it; empty when there is none, or when {@link #asksForContext}
   *     does not ask
   * @param after the next word or number; empty when something else follows
   */
  static boolean goesOn(String before, String beforeThat, String after) {
    if (before.isEmpty()) {
      return false;
    }
    boolean number = !after.isEmpty() && Character.isDigit(after.charAt(0));
    if (isNumber(before)) {
      return !number && isOrdinal(before, beforeThat, after.toLowerCase(Locale.ROOT));
    }
    boolean capital = Character.isUpperCase(before.codePointAt(0));
    if (capital && isInitial(before)) {
      return !STARTERS.contains(after.toLowerCase(Locale.ROOT));
    }
    String word = before.toLowerCase(Locale.ROOT);
    if (OPEN.contains(word) || (capital && TITLES.contains(word))) {
      return true;
    }
    if (word.equals("a.m") || word.equals("p.m")) {
      return number || AFTER_TIME.contains(after.toLowerCase(Locale.ROOT));
    }
    if (NUMBERED.contains(word)) {
      return number;
    }
    if (word.equals(TOWN_OR_YEAR)) {
      return !isNumber(beforeThat);
    }
    if ((capital && EITHER.contains(word)) || isInitial(before) || isDotted(before)) {
      return !STARTERS.contains(after.toLowerCase(Locale.ROOT));
    }
    return false;
  }

  /** Whether the word before the word before a dot matters: it does for numbers and for a town. */
  static boolean asksForContext(String before) {
    return isNumber(before) || before.equals(TOWN_OR_YEAR);
  }

  private static boolean isOrdinal(String number, String beforeThat, String next) {
    if (number.length() > 2 || STARTERS.contains(next)) {
      return false;
    }
    return AFTER_ORDINAL.contains(next)
        || BEFORE_ORDINAL.contains(beforeThat.toLowerCase(Locale.ROOT));
  }

  /** One letter: the initial of a name, or a title in Arabic. */
  private static boolean isInitial(String word) {
    return word.codePointCount(0, word.length()) == 1 && Character.isLetter(word.codePointAt(0));
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  /** Letters and dots in turn: U.S, D.P.R.K, z.B. */
  private static boolean isDotted(String word) {
    if (word.length() < 3 || word.length() % 2 == 0) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      boolean fits = i % 2 == 0 ? Character.isLetter(word.charAt(i)) : word.charAt(i) == '.';
      if (!fits) {
        return false;
      }
    }
    return true;
  }
}
