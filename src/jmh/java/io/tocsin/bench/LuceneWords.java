package io.tocsin.bench;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.tag.text.Scan;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;

/**
 * Hands Lucene the words that the own scan finds, as a tokenizer would: the text is cut and folded
 * when Lucene asks for it. Between two fields lies a gap that no query bridges.
 */
final class LuceneWords extends TokenStream {
  /** All fields of an article. */
  static final String ALL = "all";

  /** Only the title. */
  static final String TITLE = "title";

  private static final int GAP = 1_000;

  private static final int BUFFER = 64;

  private final Article article;
  private final boolean titleOnly;
  private final Scan scan;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
  private int next;

  private LuceneWords(Article article, boolean titleOnly, Scan scan) {
    this.article = article;
    this.titleOnly = titleOnly;
    this.scan = scan;
  }

  /** The document of an article; documents that are read one after the other share a scan. */
  static Document document(Article article, Scan scan) {
    Document document = new Document();
    document.add(new TextField(ALL, new LuceneWords(article, false, scan)));
    document.add(new TextField(TITLE, new LuceneWords(article, true, scan)));
    return document;
  }

  @Override
  public boolean incrementToken() {
    if (next == scan.size() || (titleOnly && scan.field(next) != Field.TITLE)) {
      return false;
    }
    clearAttributes();
    appendWord();
    boolean newField = next > 0 && scan.field(next) != scan.field(next - 1);
    step.setPositionIncrement(newField ? GAP : 1);
    next++;
    return true;
  }

  /** ASCII, as nearly all words here are, is copied without a string. */
  private void appendWord() {
    byte[] folded = scan.folded();
    int from = scan.foldedFrom(next);
    int length = scan.foldedTo(next) - from;
    char[] buffer = term.resizeBuffer(Math.max(length, BUFFER));
    for (int i = 0; i < length; i++) {
      if (folded[from + i] < 0) {
        term.append(Corpus.word(scan, next));
        return;
      }
      buffer[i] = (char) folded[from + i];
    }
    term.setLength(length);
  }

  @Override
  public void reset() {
    scan.read(article);
    next = 0;
  }
}
