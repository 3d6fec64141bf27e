package io.tocsin.tag.text;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One article, read into arrays: its words in reading order over title, summary and body, each with
 * a 64-bit key, its folded UTF-8 and its place in the original. Reused from article to article by
 * one thread.
 */
public final class Scan {
  /** How many sentences of the body count as its lead. */
  private static final int LEAD_SENTENCES = 3;

  private Article article = EMPTY;
  private int size;
  private long[] keys = new long[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int[] foldedFrom = new int[256];
  private int[] foldedTo = new int[256];
  private int[] sentenceOf = new int[256];
  private byte[] folded = new byte[4096];
  private List<FieldSpan> sentences = List.of();

  private static final Article EMPTY =
      new Article(null, null, null, null, null, null, null, null, List.of(), null, null);

  /** Reads an article; what was read before is forgotten. */
  public void read(Article next) {
    article = next;
    size = 0;
    int at = 0;
    List<FieldSpan> found = new ArrayList<>();
    for (Field field : Field.ALL) {
      String text = next.text(field);
      int sentence = found.size() - 1;
      Sentences.of(text).forEach(span -> found.add(new FieldSpan(field, span.start(), span.end())));
      for (Token token : Words.of(text)) {
        while (sentence < 0
            || found.get(sentence).field() != field
            || found.get(sentence).end() <= token.start()) {
          sentence++;
        }
        byte[] utf8 = token.folded().getBytes(StandardCharsets.UTF_8);
        grow(at + utf8.length);
        System.arraycopy(utf8, 0, folded, at, utf8.length);
        foldedFrom[size] = at;
        at += utf8.length;
        foldedTo[size] = at;
        keys[size] = key(utf8, 0, utf8.length);
        starts[size] = token.start();
        ends[size] = token.end();
        sentenceOf[size++] = sentence;
      }
    }
    sentences = found;
  }

  private void grow(int bytes) {
    if (size + 1 >= keys.length) {
      keys = Arrays.copyOf(keys, 2 * keys.length);
      starts = Arrays.copyOf(starts, keys.length);
      ends = Arrays.copyOf(ends, keys.length);
      foldedFrom = Arrays.copyOf(foldedFrom, keys.length);
      foldedTo = Arrays.copyOf(foldedTo, keys.length);
      sentenceOf = Arrays.copyOf(sentenceOf, keys.length);
    }
    if (bytes > folded.length) {
      folded = Arrays.copyOf(folded, Math.max(bytes, 2 * folded.length));
    }
  }

  /** The key of a folded word; equal for equal bytes within this process, and hardly ever else. */
  public static long key(byte[] utf8, int from, int to) {
    long key = 1;
    for (int i = from; i < to; i++) {
      key = (key ^ utf8[i]) * 0x9E3779B97F4A7C15L;
      key ^= key >>> 32;
    }
    return key;
  }

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** The keys of the words; only the first {@link #size} count. Not to be changed. */
  public long[] keys() {
    return keys;
  }

  /** First UTF-16 unit of a word in its field. */
  public int start(int word) {
    return starts[word];
  }

  /** One past the last UTF-16 unit of a word in its field. */
  public int end(int word) {
    return ends[word];
  }

  /** The field that a word stands in. */
  public Field field(int word) {
    return sentences.get(sentenceOf[word]).field();
  }

  /** Number of the sentence that a word stands in, counted over all fields. */
  public int sentence(int word) {
    return sentenceOf[word];
  }

  /** Holds the folded UTF-8 of all words. Not to be changed. */
  public byte[] folded() {
    return folded;
  }

  /** Where the fold of a word begins in {@link #folded}. */
  public int foldedFrom(int word) {
    return foldedFrom[word];
  }

  /** One past the last byte of the fold of a word in {@link #folded}. */
  public int foldedTo(int word) {
    return foldedTo[word];
  }

  /** All sentences; the index is the number that words carry. */
  public List<FieldSpan> sentences() {
    return sentences;
  }

  /** Whether a word stands in the title, the summary or the first sentences of the body. */
  public boolean isProminent(int word) {
    if (field(word) != Field.BODY) {
      return true;
    }
    int first = sentenceOf[word];
    while (first > 0 && sentences.get(first - 1).field() == Field.BODY) {
      if (sentenceOf[word] - --first >= LEAD_SENTENCES) {
        return false;
      }
    }
    return true;
  }

  /** The article. */
  public Article article() {
    return article;
  }

  /** The original characters from the start of one word to the end of another of the same field. */
  public String surface(int first, int last) {
    return article.text(field(first)).substring(starts[first], ends[last]);
  }
}
