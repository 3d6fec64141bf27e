package io.tocsin.tag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One pass over a text from left to right; holds the word that is being read. */
final class WordScanner {
  /** Articles and prepositions that French and Italian elide before a vowel. */
  private static final Set<String> ELIDED =
      Set.of("l", "d", "qu", "un", "all", "dall", "dell", "nell", "sull");

  private static final int LONGEST_ELIDED = 4;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder folded = new StringBuilder();
  private int at;
  private int start = -1;
  private int end;

  WordScanner(String text) {
    this.text = text;
  }

  List<Token> scan() {
    while (at < text.length()) {
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
    return tokens;
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
    boolean touches =
        start >= 0 || (!tokens.isEmpty() && tokens.get(tokens.size() - 1).end() == at);
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
      tokens.add(new Token(folded.toString(), start, end));
    }
    start = -1;
    folded.setLength(0);
  }
}
