package io.tocsin.tag.text;

import static io.tocsin.tag.text.WordKeys.LONGS;

import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link AsciiLane} cannot: characters beyond ASCII, apostrophes, dotted capitals. The
 * same rules as {@link WordScanner}, step by step, on UTF-8 and with the folds out of a table.
 */
final class FoldLane {
  private static final long MARK_OR_INVISIBLE = FoldTable.MARK | FoldTable.INVISIBLE;
  private static final long CONTINUES = FoldTable.WORD_PART | MARK_OR_INVISIBLE;

  private final WordArrays words;
  private final Clusters clusters = new Clusters();
  private byte[] text = new byte[0];
  private int length;
  private int at;
  private int start;
  private int end;
  private int foldedFrom;

  FoldLane(WordArrays words) {
    this.words = words;
  }

  /**
   * Reads words from a place on, which no word may reach from before, up to the first ASCII
   * character that always ends a word; returns the place of that one.
   */
  int read(byte[] source, int sourceLength, int from) {
    text = source;
    length = sourceLength;
    at = from;
    start = -1;
    foldedFrom = words.appendedTo;
    while (at < length) {
      int codePoint = Utf8.at(text, at);
      long entry = FoldTable.of(codePoint);
      if ((entry & FoldTable.WORD_PART) != 0) {
        readPart(codePoint, entry);
      } else if ((entry & FoldTable.APOSTROPHE) != 0) {
        readApostrophe(Utf8.width(codePoint));
      } else if (text[at] >= 0) {
        break;
      } else {
        // Invisible characters and stray marks stand within a word without ending it.
        if ((entry & MARK_OR_INVISIBLE) == 0) {
          finishWord();
        }
        at += Utf8.width(codePoint);
      }
    }
    finishWord();
    return at;
  }

  private void readPart(int codePoint, long entry) {
    boolean alone = (entry & FoldTable.ALONE) != 0;
    if (alone) {
      finishWord();
    }
    if (start < 0 && (entry & FoldTable.UPPER) != 0) {
      int dottedEnd = dottedCapitals();
      if (dottedEnd > 0) {
        readDottedCapitals(dottedEnd);
        return;
      }
    }
    readCluster(codePoint, entry);
    if (alone) {
      finishWord();
    }
  }

  private void readCluster(int base, long entry) {
    if (start < 0) {
      start = at;
    }
    int next = at + Utf8.width(base);
    end = next;
    int marks = 0;
    long allMarks = entry & FoldTable.SHEDS;
    while (text[next] < 0 && next < length) {
      int codePoint = Utf8.at(text, next);
      long mark = FoldTable.of(codePoint);
      if ((mark & MARK_OR_INVISIBLE) == 0) {
        break;
      }
      next += Utf8.width(codePoint);
      if ((mark & FoldTable.MARK) == 0) {
        continue;
      }
      end = next;
      if (marks++ == 0) {
        clusters.start(base);
      }
      if (marks <= Words.MAX_MARKS) {
        clusters.add(codePoint);
        allMarks = (mark & FoldTable.DROPPED) == 0 ? 0 : allMarks;
      }
    }
    at = next;
    if (marks == 0 || allMarks != 0) {
      appendFold(base, entry);
    } else {
      append(clusters.fold());
    }
  }

  private void appendFold(int codePoint, long entry) {
    int bytes = FoldTable.bytes(entry);
    if (bytes == FoldTable.LONG_FOLD) {
      append(Folding.single(codePoint).getBytes(StandardCharsets.UTF_8));
      return;
    }
    words.reserveFolded(8);
    // All eight are written; those beyond the fold will be overwritten.
    LONGS.set(words.folded, words.appendedTo, entry);
    words.appendedTo += bytes;
  }

  private void append(byte[] fold) {
    words.reserveFolded(fold.length);
    System.arraycopy(fold, 0, words.folded, words.appendedTo, fold.length);
    words.appendedTo += fold.length;
  }

  private int dottedCapitals() {
    int letters = 0;
    int runEnd = -1;
    int place = at;
    while (place < length && (entryAt(place) & FoldTable.UPPER) != 0) {
      int next = place + Utf8.width(Utf8.at(text, place));
      boolean dot = next < length && text[next] == '.';
      if (!dot && next < length && (entryAt(next) & CONTINUES) != 0) {
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

  private void readDottedCapitals(int runEnd) {
    start = at;
    while (at < runEnd) {
      int codePoint = Utf8.at(text, at);
      if (codePoint != '.') {
        appendFold(codePoint, FoldTable.of(codePoint));
      }
      at += Utf8.width(codePoint);
    }
    end = runEnd;
    finishWord();
  }

  private void readApostrophe(int width) {
    int next = at + width;
    if (isPossessive(next)) {
      finishWord();
      at = next + 1;
      return;
    }
    boolean joins =
        start >= 0
            && next < length
            && (entryAt(next) & FoldTable.WORD_PART) != 0
            && !Elisions.contains(words.folded, foldedFrom, words.appendedTo);
    if (!joins) {
      finishWord();
    }
    at = next;
  }

  private boolean isPossessive(int next) {
    boolean touches = start >= 0 || (words.size > 0 && words.end(words.size - 1) == at);
    if (!touches || next >= length || (text[next] | 0x20) != 's') {
      return false;
    }
    int place = next + 1;
    while (place < length && (entryAt(place) & FoldTable.INVISIBLE) != 0) {
      place += Utf8.width(Utf8.at(text, place));
    }
    if (place == length) {
      return true;
    }
    long after = entryAt(place);
    return (after & CONTINUES) == 0 || (after & FoldTable.ALONE) != 0;
  }

  private long entryAt(int place) {
    return FoldTable.of(Utf8.at(text, place));
  }

  private void finishWord() {
    if (start >= 0 && words.appendedTo > foldedFrom) {
      words.addAppended(foldedFrom, start, end);
    }
    start = -1;
    foldedFrom = words.appendedTo;
  }
}
