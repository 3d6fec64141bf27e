package io.tocsin.tag.text;

import java.util.Set;

/**
 * Reads words from left to right; holds the word that is being read. It can begin anywhere between
 * two words, when it is told where the last one ended. Reused from text to text by one thread.
 */
final class WordScanner {
  /** Takes words. */
  @FunctionalInterface
  interface Sink {
    /**
     * Takes one.
     *
     * @param folded valid during the call
     * @param start first UTF-16 unit in the text
     * @param end one past the last
     */
    void word(CharSequence folded, int start, int end);
  }

  /** Articles and prepositions that French and Italian elide before a vowel. */
  private static final Set<String> ELIDED =
      Set.of("l", "d", "qu", "un", "all", "dall", "dell", "nell", "sull");

  private static final int LONGEST_ELIDED = 4;

  private final Sink sink;
  private final StringBuilder folded = new StringBuilder();
  private String text = "";
  private int at;
  private int start = -1;
  private int end;
  private int lastEnd;

  WordScanner(Sink sink) {
    this.sink = sink;
  }

  /**
   * Reads the words that begin in a part of a text. No word may go on beyond it but dotted capitals.
   *
   * @param from where no word has begun yet
   * @param to one past the part
   * @param endOfLast where the last word before it ended; -1 when there is none
   * @return where reading would go on
   */
  int scan(String whole, int from, int to, int endOfLast) {
    text = whole;
    at = from;
    lastEnd = endOfLast;
    while (at < to) {
      int codePoint = text.codePointAt(at);
      if (Characters.isWordPart(codePoint)) {
        readPart(codePoint);
      } else if (Characters.isApostrophe(codePoint)) {
        readApostrophe(codePoint);
      } else {
        // Invisible characters and stray marks stand within a word without ending it.
        if (!Characters.isInvisible(codePoint) && !Characters.isMark(codePoint)) {
          finishWord();
        }
        at += Character.charCount(codePoint);
      }
    }
    finishWord();
    return at;
  }

  private void readPart(int codePoint) {
    boolean alone = Characters.standsAlone(codePoint);
    if (alone) {
      finishWord();
    }
    if (start < 0 && Character.isUpperCase(codePoint)) {
      int dottedEnd = dottedCapitals();
      if (dottedEnd > 0) {
        readDottedCapitals(dottedEnd);
        return;
      }
    }
    readCluster(codePoint);
    if (alone) {
      finishWord();
    }
  }

  /** A base character, the marks on it, and invisible characters before further marks. */
  private void readCluster(int base) {
    if (start < 0) {
      start = at;
    }
    int next = at + Character.charCount(base);
    StringBuilder marked = null;
    int marks = 0;
    end = next;
    while (next < text.length() && text.charAt(next) >= 0xAD) {
      int codePoint = text.codePointAt(next);
      boolean mark = Characters.isMark(codePoint);
      if (!mark && !Characters.isInvisible(codePoint)) {
        break;
      }
      next += Character.charCount(codePoint);
      if (!mark) {
        continue;
      }
      end = next;
      if (marks++ < Words.MAX_MARKS) {
        marked = marked == null ? new StringBuilder().appendCodePoint(base) : marked;
        marked.appendCodePoint(codePoint);
      }
    }
    at = next;
    if (marked != null) {
      folded.append(Folding.cluster(marked.toString()));
    } else if (base < 0x80) {
      folded.append((char) (base >= 'A' && base <= 'Z' ? base + 32 : base));
    } else {
      folded.append(Folding.single(base));
    }
  }

  /**
   * Where a run of single capitals with dots ends that starts here, such as U.S. or D.P.R.K; -1
   * when there is none.
   */
  private int dottedCapitals() {
    int letters = 0;
    int runEnd = -1;
    int place = at;
    while (place < text.length() && Character.isUpperCase(text.codePointAt(place))) {
      int next = place + Character.charCount(text.codePointAt(place));
      boolean dot = next < text.length() && text.charAt(next) == '.';
      if (!dot && next < text.length() && continuesWord(text.codePointAt(next))) {
        break;
      }
      letters++;
      runEnd = dot ? next + 1 : next;
      if (!dot) {
        break;
      }
      place = next + 1;
    }
    return letters < 2 ? -1 : runEnd;
  }

  private static boolean continuesWord(int codePoint) {
    return Characters.isWordPart(codePoint)
        || Characters.isMark(codePoint)
        || Characters.isInvisible(codePoint);
  }

  private void readDottedCapitals(int runEnd) {
    start = at;
    text.substring(at, runEnd)
        .codePoints()
        .filter(c -> c != '.')
        .forEach(c -> folded.append(Folding.single(c)));
    at = runEnd;
    end = runEnd;
    finishWord();
  }

  private void readApostrophe(int apostrophe) {
    int next = at + Character.charCount(apostrophe);
    if (isPossessive(next)) {
      finishWord();
      at = next + 1;
      return;
    }
    boolean joins =
        start >= 0
            && next < text.length()
            && Characters.isWordPart(text.codePointAt(next))
            && !isElided();
    if (!joins) {
      finishWord();
    }
    at = next;
  }

  private boolean isElided() {
    return folded.length() <= LONGEST_ELIDED && ELIDED.contains(folded.toString());
  }

  /** Whether a lone s follows an apostrophe that touches a word. */
  private boolean isPossessive(int next) {
    boolean touches = start >= 0 || lastEnd == at;
    if (!touches || next >= text.length() || Character.toLowerCase(text.charAt(next)) != 's') {
      return false;
    }
    int place = next + 1;
    while (place < text.length() && Characters.isInvisible(text.codePointAt(place))) {
      place += Character.charCount(text.codePointAt(place));
    }
    if (place == text.length()) {
      return true;
    }
    int after = text.codePointAt(place);
    return !continuesWord(after) || Characters.standsAlone(after);
  }

  private void finishWord() {
    if (start >= 0 && !folded.isEmpty()) {
      sink.word(folded, start, end);
      lastEnd = end;
    }
    start = -1;
    folded.setLength(0);
  }
}
