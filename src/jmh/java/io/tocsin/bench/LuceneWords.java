package io.tocsin.bench;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;

/**
 * Hands Lucene the words that the own scan found: cut and folded before the clock runs, which is in
 * Lucene's favour. Between two fields lies a gap that no query bridges.
 */
final class LuceneWords extends TokenStream {
  /** All fields of an article. */
  static final String ALL = "all";

  /** Only the title. */
  static final String TITLE = "title";

  private static final int GAP = 1_000;

  private final List<String> words;
  private final int bodyFrom;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private int next;

  private LuceneWords(List<String> words, int bodyFrom) {
    this.words = words;
    this.bodyFrom = bodyFrom;
  }

  /** The document of an article. */
  static Document document(Article article) {
    Scan scan = new Scan();
    scan.read(article);
    List<String> words = new ArrayList<>();
    int title = 0;
    for (int i = 0; i < scan.size(); i++) {
      words.add(Corpus.word(scan, i));
      title += scan.field(i) == Field.TITLE ? 1 : 0;
    }
    Document document = new Document();
    document.add(new TextField(ALL, new LuceneWords(words, title)));
    document.add(new TextField(TITLE, new LuceneWords(words.subList(0, title), title)));
    return document;
  }

  @Override
  public boolean incrementToken() {
    if (next == words.size()) {
      return false;
    }
    clearAttributes();
    term.append(words.get(next));
    step.setPositionIncrement(next == bodyFrom && next > 0 ? GAP : 1);
    next++;
    return true;
  }

  @Override
  public void reset() {
    next = 0;
  }
}
