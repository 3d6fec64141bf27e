package io.tocsin.serve.search;

import io.tocsin.model.SubjectMention;
import io.tocsin.model.Tag;
import io.tocsin.model.TaggedArticle;
import io.tocsin.tag.text.Reading;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * What of an article stands in the index: the words as the tagger reads them, without their places,
 * the subjects, the times, and the record itself. No analysis of Lucene's is used: what is a word
 * is said in one place only.
 */
final class ArticleDocuments {
  static final String ID = "id";
  static final String WORD = "word";
  static final String SUBJECT = "subject";
  static final String TIME = "time";
  static final String RECEIVED = "received";
  static final String RECORD = "record";

  /** A longer word is looked up by its beginning; the evaluator decides. */
  private static final int LONGEST_WORD = 100;

  private static final FieldType WORDS = new FieldType();

  static {
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setTokenized(true);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
  }

  private ArticleDocuments() {}

  /** A word as it is looked up. */
  static String key(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
  }

  /**
   * The document of an article.
   *
   * @param record the value of its record on the topic
   */
  static Document of(TaggedArticle tagged, byte[] record) {
    Document document = new Document();
    long time = tagged.eventTime().toEpochMilli();
    long received = tagged.receivedAt().toEpochMilli();
    document.add(new StringField(ID, tagged.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(tagged.id())));
    document.add(new Field(WORD, new WordStream(words(tagged)), WORDS));
    subjects(tagged).forEach(id -> document.add(new StringField(SUBJECT, id, Field.Store.NO)));
    document.add(new LongPoint(TIME, time));
    document.add(new NumericDocValuesField(TIME, time));
    document.add(new LongPoint(RECEIVED, received));
    document.add(new NumericDocValuesField(RECEIVED, received));
    document.add(new StoredField(RECORD, record));
    return document;
  }

  private static List<String> words(TaggedArticle tagged) {
    Set<String> words = new LinkedHashSet<>();
    Reading.of(tagged.article()).words().forEach(word -> words.add(key(word.folded())));
    return new ArrayList<>(words);
  }

  private static Set<String> subjects(TaggedArticle tagged) {
    Set<String> subjects = new LinkedHashSet<>();
    tagged.tags().stream().map(Tag::subject).forEach(subjects::add);
    tagged.mentions().stream()
        .map(SubjectMention::subject)
        .forEach(subject -> subjects.add(subject.id()));
    return subjects;
  }
}
