package io.tocsin.tag.text;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article, read into arrays: its words in reading order over title, summary and body, each with
 * a 64-bit key, its folded UTF-8 and its place in the original. Reused from article to article by
 * one thread.
 *
 * <p>{@link Words} and {@link Sentences} say what comes out, word for word. Here the three fields
 * stand one behind the other in one array of UTF-8, and words are cut out of it eight bytes at a
 * time. Places in UTF-16 and sentences are worked out when they are first asked for: most words are
 * not part of anything that is found.
 */
public final class Scan implements TextWords {
  private static final Article EMPTY =
      new Article(null, null, null, null, null, null, null, null, List.of(), null, null);

  /** Stands behind every field; ends a word whatever it is. */
  private static final byte SEPARATOR = '\n';

  private static final byte[] NOTHING = {};

  private final boolean splitsSentences;
  private final WordArrays words = new WordArrays();
  private final AsciiLane lane = new AsciiLane(words);
  private final Utf16Places places = new Utf16Places();
  private final int[] fieldStarts = new int[Field.ALL.size() + 1];
  private byte[] text = new byte[4096];
  private int length;
  private boolean ascii;
  private boolean counted;
  private boolean split;
  private int leadEnd;
  private int[] sentenceOf = new int[256];
  private List<FieldSpan> sentences = List.of();
  private @Nullable Article article = EMPTY;

  /** Reads words and, when asked, sentences. */
  public Scan() {
    this(true);
  }

  private Scan(boolean splitsSentences) {
    this.splitsSentences = splitsSentences;
  }

  /** One that takes each field for one sentence: for aliases, and where sentences do not matter. */
  public static Scan wordsOnly() {
    return new Scan(false);
  }

  /** Reads an article; what was read before is forgotten. */
  public void read(Article next) {
    read(utf8(next.title()), utf8(next.summary()), utf8(next.body()));
    article = next;
  }

  /** Reads a text as the body of an article that has nothing else. */
  public void read(String body) {
    read(NOTHING, NOTHING, utf8(body));
  }

  /**
   * Reads an article that is given as UTF-8. Bytes that are none separate words; the UTF-16 places
   * of words in the same field are then not to be relied on.
   */
  public void read(byte[] title, byte[] summary, byte[] body) {
    length = title.length + summary.length + body.length + fieldStarts.length - 1;
    int needed = (length & ~63) + 64 + WordArrays.SLACK;
    if (text.length < needed) {
      text = new byte[needed + needed / 4];
    }
    fieldStarts[1] = append(title, 0);
    fieldStarts[2] = append(summary, fieldStarts[1]);
    fieldStarts[3] = append(body, fieldStarts[2]);
    Arrays.fill(text, length, needed, SEPARATOR);
    ascii = lane.read(text, length);
    words.keys[words.size] = 0;
    counted = false;
    split = false;
    leadEnd = -1;
    article = null;
  }

  private int append(byte[] field, int at) {
    System.arraycopy(field, 0, text, at, field.length);
    text[at + field.length] = SEPARATOR;
    return at + field.length + 1;
  }

  private static byte[] utf8(@Nullable String field) {
    return field == null ? NOTHING : field.getBytes(StandardCharsets.UTF_8);
  }

  /** The key of a folded word; equal for equal bytes within this process, and hardly ever else. */
  public static long key(byte[] utf8, int from, int to) {
    return WordKeys.of(utf8, from, to);
  }

  /** How many words there are. */
  @Override
  public int size() {
    return words.size;
  }

  /**
   * The keys of the words; only the first {@link #size} count, and a 0 follows them. Not to be
   * changed.
   */
  public long[] keys() {
    return words.keys;
  }

  /** First UTF-16 unit of a word in its field. */
  @Override
  public int start(int word) {
    return unit(words.start(word));
  }

  /** One past the last UTF-16 unit of a word in its field. */
  @Override
  public int end(int word) {
    return unit(words.end(word));
  }

  private int unit(int place) {
    int fieldStart = fieldStarts[fieldAt(place)];
    if (ascii) {
      return place - fieldStart;
    }
    if (!counted) {
      places.count(text, length);
      counted = true;
    }
    return places.unitsBefore(place) - places.unitsBefore(fieldStart);
  }

  /** The field that a word stands in. */
  @Override
  public Field field(int word) {
    return Field.ALL.get(fieldAt(words.start(word)));
  }

  private int fieldAt(int place) {
    return place >= fieldStarts[2] ? 2 : place >= fieldStarts[1] ? 1 : 0;
  }

  /** Index of the first word of a field or of those after it; fields stand in order. */
  public int firstFrom(Field field) {
    int low = 0;
    int high = words.size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (field(middle).compareTo(field) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Number of the sentence that a word stands in, counted over all fields. */
  @Override
  public int sentence(int word) {
    splitSentences();
    return sentenceOf[word];
  }

  /** All sentences; the index is the number that words carry. */
  public List<FieldSpan> sentences() {
    splitSentences();
    return sentences;
  }

  /**
   * Whether a word stands in the same sentence as the one before it. Where nothing but a space, a
   * comma or a hyphen parts them they do, and sentences need not be found.
   */
  public boolean goesOn(int word) {
    int from = words.end(word - 1);
    int to = words.start(word);
    if (Gaps.areCalm(text, from, to)) {
      return true;
    }
    return splitsSentences ? sentence(word - 1) == sentence(word) : fieldAt(from) == fieldAt(to);
  }

  private void splitSentences() {
    if (split) {
      return;
    }
    split = true;
    List<FieldSpan> found = new ArrayList<>();
    if (sentenceOf.length < words.size) {
      sentenceOf = new int[words.keys.length];
    }
    int word = 0;
    for (int number = 0; number < Field.ALL.size(); number++) {
      Field field = Field.ALL.get(number);
      int sentence = found.size();
      for (Span span : spans(article().text(field))) {
        found.add(new FieldSpan(field, span.start(), span.end()));
      }
      int fieldEnd = fieldStarts[number + 1];
      for (; word < words.size && words.start(word) < fieldEnd; word++) {
        int start = start(word);
        while (found.get(sentence).end() <= start) {
          sentence++;
        }
        sentenceOf[word] = sentence;
      }
    }
    sentences = found;
  }

  private List<Span> spans(String field) {
    if (splitsSentences) {
      return Sentences.of(field);
    }
    return field.isEmpty() ? List.of() : List.of(new Span(0, field.length()));
  }

  /** Whether a word stands in the title, the summary or the lead of the body. */
  public boolean isProminent(int word) {
    if (leadEnd < 0) {
      leadEnd = Lead.end(article().text(Field.BODY), sentences());
    }
    return sentence(word) < leadEnd;
  }

  /** Holds the folded UTF-8 of all words. Not to be changed. */
  public byte[] folded() {
    return words.folded;
  }

  @Override
  public String word(int index) {
    int from = foldedFrom(index);
    return new String(folded(), from, foldedTo(index) - from, StandardCharsets.UTF_8);
  }

  /** Where the fold of a word begins in {@link #folded}. */
  public int foldedFrom(int word) {
    return words.from[word];
  }

  /** One past the last byte of the fold of a word in {@link #folded}. */
  public int foldedTo(int word) {
    return words.to[word];
  }

  /** The article; of one that was given as UTF-8, only its texts. */
  @Override
  public Article article() {
    Article known = article;
    if (known == null) {
      known =
          new Article(
              null,
              null,
              null,
              decoded(0),
              decoded(1),
              decoded(2),
              null,
              null,
              List.of(),
              null,
              null);
      article = known;
    }
    return known;
  }

  private String decoded(int field) {
    int from = fieldStarts[field];
    int to = fieldStarts[field + 1] - 1;
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  /** The original characters from the start of one word to the end of another of the same field. */
  public String surface(int first, int last) {
    return article().text(field(first)).substring(start(first), end(last));
  }
}
