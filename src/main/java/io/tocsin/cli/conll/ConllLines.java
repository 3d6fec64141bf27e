package io.tocsin.cli.conll;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import io.tocsin.tag.text.Scan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Prints one token and its label (IOB2) a line: what {@code tocsin tag --format conll} shows. */
public final class ConllLines {
  private final Tagger tagger;

  /** Compiles the watchlist once for all articles. */
  public ConllLines(Watchlist watchlist) {
    this.tagger = Tagger.compile(watchlist);
  }

  /**
   * The lines of a CoNLL file, labelled anew.
   *
   * @throws IOException when the file cannot be read or is no CoNLL file
   */
  public List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (ConllDocument document : ConllFile.read(file)) {
      lines.addAll(lines(document));
    }
    return lines;
  }

  /** The lines of an article: its fields as one text, its words as tokens. */
  public List<String> lines(Article article) {
    Scan scan = new Scan();
    scan.read(article);
    DocumentBuilder document = new DocumentBuilder();
    for (int i = 0; i < scan.size(); i++) {
      if (i > 0 && scan.sentence(i) != scan.sentence(i - 1)) {
        document.endSentence();
      }
      between(scan, i).chars().forEach(c -> document.token(Character.toString(c), "O"));
      document.token(scan.surface(i, i), "O");
    }
    return lines(document.build());
  }

  /** The visible characters before a word, back to the word before it. */
  private static String between(Scan scan, int word) {
    Field field = scan.field(word);
    boolean first = word == 0 || scan.field(word - 1) != field;
    String gap =
        scan.article().text(field).substring(first ? 0 : scan.end(word - 1), scan.start(word));
    return gap.replaceAll("\\s+", "");
  }

  private List<String> lines(ConllDocument document) {
    String[] labels = new String[document.size()];
    Arrays.fill(labels, "O");
    for (LabelledSpan span : NameTagger.spans(document, tagger.tag(document.article()))) {
      for (int i = span.first(); i <= span.last(); i++) {
        labels[i] = (i == span.first() ? "B-" : "I-") + span.kind();
      }
    }
    List<String> lines = new ArrayList<>(List.of("-DOCSTART- O"));
    for (int i = 0; i < labels.length; i++) {
      if (document.opensSentence().get(i)) {
        lines.add("");
      }
      lines.add(document.tokens().get(i) + " " + labels[i]);
    }
    lines.add("");
    return lines;
  }
}
