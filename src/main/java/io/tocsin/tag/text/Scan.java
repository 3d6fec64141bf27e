package io.tocsin.tag.text;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  private static final byte[] NOTHING = {};

  private final boolean splitsSentences;
  private final WordArrays words = new WordArrays();
  private final AsciiLane lane = new AsciiLane(words);
  private final Utf16Places places = new Utf16Places();
  private final FieldBytes fields = new FieldBytes();
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
    fields.set(title, summary, body);
    ascii = lane.read(fields.text(), fields.length());
    words.keys[words.size] = 0;
    counted = false;
    split = false;
    leadEnd = -1;
    article = null;
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
    int fieldStart = fields.start(fields.at(place));
    if (ascii) {
      return place - fieldStart;
    }
    if (!counted) {
      places.count(fields.text(), fields.length());
      counted = true;
    }
    return places.unitsBefore(place) - places.unitsBefore(fieldStart);
  }

  /** How many UTF-16 units a word is long. */
  public int length(int word) {
    return ascii ? words.end(word) - words.start(word) : end(word) - start(word);
  }

  /** The UTF-8 of all fields, one behind the other. Not to be changed. */
  public byte[] utf8() {
    return fields.text();
  }

  /** Where a word begins in {@link #utf8}. */
  public int byteStart(int word) {
    return words.start(word);
  }

  /** Where a word ends in {@link #utf8}. */
  public int byteEnd(int word) {
    return words.end(word);
  }

  /** The field that a word stands in. */
  @Override
  public Field field(int word) {
    return Field.ALL.get(fields.at(words.start(word)));
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

  /** The sentences of all words, as of {@link #sentence}. Not to be changed. */
  public int[] sentenceNumbers() {
    splitSentences();
    return sentenceOf;
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
    if (Gaps.areCalm(fields.text(), from, to)) {
      return true;
    }
    return splitsSentences
        ? sentence(word - 1) == sentence(word)
        : fields.at(from) == fields.at(to);
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
      for (Span span : spans(number)) {
        word = nameSentence(word, number, span.end(), found.size());
        found.add(new FieldSpan(Field.ALL.get(number), span.start(), span.end()));
      }
    }
    sentences = found;
  }

  /** Gives words their sentence, up to a place in its field; returns the first word beyond it. */
  private int nameSentence(int first, int field, int end, int sentence) {
    int limit = ascii ? fields.start(field) + end : fields.start(field + 1);
    int word = first;
    while (word < words.size
        && words.start(word) < limit
        && (ascii || unit(words.start(word)) < end)) {
      sentenceOf[word++] = sentence;
    }
    return word;
  }

  private List<Span> spans(int number) {
    String field = article().text(Field.ALL.get(number));
    if (!splitsSentences) {
      return field.isEmpty() ? List.of() : List.of(new Span(0, field.length()));
    }
    return ascii
        ? Sentences.of(field, new StopBytes(fields.text(), fields.start(number), field.length()))
        : Sentences.of(field);
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
              fields.decoded(0),
              fields.decoded(1),
              fields.decoded(2),
              null,
              null,
              List.of(),
              null,
              null);
      article = known;
    }
    return known;
  }

  /** The original characters from the start of one word to the end of another of the same field. */
  public String surface(int first, int last) {
    return article().text(field(first)).substring(start(first), end(last));
  }
}
