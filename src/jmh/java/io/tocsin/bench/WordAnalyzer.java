package io.tocsin.bench;

import io.tocsin.tag.text.Scan;
import java.io.IOException;
import java.io.Reader;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Gives Lucene the very words that our side looks up, so that both search the same. */
final class WordAnalyzer extends Analyzer {

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Words());
  }

  /** One word after the other, folded. */
  private static final class Words extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Scan scan = Scan.wordsOnly();
    private int next;

    @Override
    public void reset() throws IOException {
      super.reset();
      scan.read(text(input));
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == scan.size()) {
        return false;
      }
      clearAttributes();
      int from = scan.foldedFrom(next);
      int to = scan.foldedTo(next++);
      term.append(new String(scan.folded(), from, to - from, StandardCharsets.UTF_8));
      return true;
    }

    private static String text(Reader reader) throws IOException {
      StringBuilder text = new StringBuilder();
      CharBuffer buffer = CharBuffer.allocate(4096);
      while (reader.read(buffer) >= 0) {
        text.append(buffer.flip());
        buffer.clear();
      }
      return text.toString();
    }
  }
}
