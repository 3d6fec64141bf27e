package io.tocsin.tag.text;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One article, read into arrays: its words in reading order over title, summary and body, each with
 * a 64-bit key, its folded UTF-8 and its place in the original. Reused from article to article by
 * one thread.
 *
 * <p>Words of plain ASCII, nearly all in most news, are cut by bit maps over eight bytes at a time;
 * what they cannot decide goes through {@link WordScanner}, which alone would be right for all.
 */
public final class Scan {
  private static final Article NOTHING =
      new Article(null, null, null, null, null, null, null, null, List.of(), null, null);

  private static final int ROOM = 192;

  private final ByteMap map = new ByteMap();
  private final Utf16Offsets offsets = new Utf16Offsets();
  private final WordScanner scanner = new WordScanner(this::addFolded);
  private final int[] fieldEnds = new int[Field.ALL.size()];

  private Article article = NOTHING;
  private List<FieldSpan> sentences = List.of();
  private byte[] raw = new byte[4096];
  private int leadEnd;
  private int size;
  private long[] keys = new long[512];
  private int[] starts = new int[512];
  private int[] ends = new int[512];
  private int[] foldedFrom = new int[512];
  private int[] foldedTo = new int[512];
  private int[] sentenceOf = new int[512];

  // Of the field that is being read.
  private int sentence;
  private int sentenceEnd;
  private int folded;

  /** Reads an article; what was read before is forgotten. */
  public void read(Article next) {
    article = next;
    size = 0;
    leadEnd = -1;
    sentences = new ArrayList<>();
    int length = 0;
    for (Field field : Field.ALL) {
      length = append(next.text(field), length);
      fieldEnds[field.ordinal()] = length;
      length++; // a blank between fields
    }
    int runs = map.read(raw, length);
    folded = (length >>> 6) + 2 << 6;
    int run = 0;
    int from = 0;
    for (Field field : Field.ALL) {
      run = readField(field, from, run, runs);
      from = fieldEnds[field.ordinal()] + 1;
    }
  }

  /** Reads a text as one sentence, whatever stands in it: a name, or a phrase. */
  public void read(String text) {
    article = NOTHING;
    size = 0;
    int length = append(text, 0);
    sentences = List.of(new FieldSpan(Field.TITLE, 0, text.length()));
    int runs = map.read(raw, length);
    folded = (length >>> 6) + 2 << 6;
    sentence = 0;
    sentenceEnd = Integer.MAX_VALUE;
    readWords(text, 0, length, 0, runs);
  }

  private int append(String text, int at) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    if (at + utf8.length + ROOM > raw.length) {
      raw = Arrays.copyOf(raw, 2 * (at + utf8.length) + ROOM);
    }
    System.arraycopy(utf8, 0, raw, at, utf8.length);
    raw[at + utf8.length] = ' ';
    return at + utf8.length;
  }

  private int readField(Field field, int from, int firstRun, int runs) {
    String text = article.text(field);
    int to = fieldEnds[field.ordinal()];
    sentence = sentences.size();
    sentenceEnd = -1;
    for (Span span : Sentences.of(text)) {
      sentences.add(new FieldSpan(field, span.start(), span.end()));
    }
    return readWords(text, from, to, firstRun, runs);
  }

  private int readWords(String text, int from, int to, int firstRun, int runs) {
    boolean ascii = to - from == text.length() && !map.isBeyondAscii(from, to);
    if (!ascii) {
      offsets.read(raw, to);
    }
    int base = ascii ? from : offsets.before(from);
    int run = firstRun;
    int first = size;
    int read = 0;
    while (run < runs && map.bounds[2 * run] < to) {
      int start = map.bounds[2 * run];
      int end = map.bounds[2 * run + 1];
      int startUnit = (ascii ? start : offsets.before(start)) - base;
      int endUnit = (ascii ? end : offsets.before(end)) - base;
      run++;
      if (startUnit >= read && !map.hasSpecial(start, end) && !mayBeDotted(start, end)) {
        add(WordKey.of(map.lower, start, end), start, end, startUnit, endUnit);
      } else if (endUnit > read) {
        // Dotted capitals may have taken the beginning of this run, or all of it.
        int endOfLast = size == first ? -1 : ends[size - 1];
        read = scanner.scan(text, Math.max(startUnit, read), endUnit, endOfLast);
      }
    }
    return run;
  }

  /** Whether dotted capitals such as U.S. may begin here. */
  private boolean mayBeDotted(int start, int end) {
    return end - start == 1
        && raw[end] == '.'
        && (raw[end + 1] < 0 || (raw[end + 1] >= 'A' && raw[end + 1] <= 'Z'));
  }

  private void add(long key, int from, int to, int start, int end) {
    if (size + 1 >= keys.length) {
      grow();
    }
    while (sentenceEnd <= start) {
      sentenceEnd = sentenceEnd < 0 ? endOf(sentence) : endOf(++sentence);
    }
    keys[size] = key;
    foldedFrom[size] = from;
    foldedTo[size] = to;
    starts[size] = start;
    ends[size] = end;
    sentenceOf[size++] = sentence;
  }

  private int endOf(int number) {
    return sentences.get(number).end();
  }

  private void addFolded(CharSequence word, int start, int end) {
    if (folded + 3 * word.length() + ROOM > map.lower.length) {
      map.lower = Arrays.copyOf(map.lower, 2 * map.lower.length + 3 * word.length());
    }
    int to = Utf8Text.write(word, map.lower, folded);
    add(WordKey.of(map.lower, folded, to), folded, to, start, end);
    folded = to;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, 2 * keys.length);
    starts = Arrays.copyOf(starts, keys.length);
    ends = Arrays.copyOf(ends, keys.length);
    foldedFrom = Arrays.copyOf(foldedFrom, keys.length);
    foldedTo = Arrays.copyOf(foldedTo, keys.length);
    sentenceOf = Arrays.copyOf(sentenceOf, keys.length);
  }

  /** The key of a folded word. */
  public static long key(byte[] utf8, int from, int to) {
    return WordKey.of(Arrays.copyOf(utf8, utf8.length + WordKey.PADDING), from, to);
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
    return map.lower;
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

  /** Whether a word stands in the title, the summary or the lead of the body. */
  public boolean isProminent(int word) {
    if (leadEnd < 0) {
      leadEnd = Lead.end(article.text(Field.BODY), sentences);
    }
    return sentenceOf[word] < leadEnd;
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
