package io.tocsin.cli.conll;

import io.tocsin.model.Article;
import io.tocsin.model.Field;
import io.tocsin.model.Watchlist;
import io.tocsin.tag.Tagger;
import io.tocsin.tag.text.Scan;
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

  /** Whether a file is in the CoNLL format, by its name or its first line. */
  public static boolean areIn(Path file) {
    return ConllFile.isOne(file);
  }

  /**
   * The lines of a CoNLL file, labelled anew.
   *
   * @throws ConllException when the file cannot be read or is no CoNLL file
   */
  public List<String> lines(Path file) throws ConllException {
    List<String> lines = new ArrayList<>();
    for (ConllDocument document : ConllFile.read(file).documents()) {
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
      String before = before(scan, i);
      if (i > 0 && scan.sentence(i) != scan.sentence(i - 1)) {
        // The full stop belongs to the sentence that it ends, an opening quote to the next.
        int cut = opening(before);
        addMarks(document, before.substring(0, cut));
        document.endSentence();
        before = before.substring(cut);
      }
      addMarks(document, before);
      document.token(scan.surface(i, i), "O");
    }
    if (scan.size() > 0) {
      addMarks(document, tail(scan, scan.size() - 1));
    }
    return lines(document.build());
  }

  private static void addMarks(DocumentBuilder document, String gap) {
    gap.codePoints()
        .filter(c -> !Character.isWhitespace(c))
        .forEach(c -> document.token(Character.toString(c), "O"));
  }

  /** What stands before a word, back to the word before it. */
  private static String before(Scan scan, int word) {
    Field field = scan.field(word);
    boolean first = word == 0 || scan.field(word - 1) != field;
    String text = scan.article().text(field);
    String gap = text.substring(first ? 0 : scan.end(word - 1), scan.start(word));
    return first && word > 0 ? tail(scan, word - 1) + "\n" + gap : gap;
  }

  /** What stands after a word to the end of its field. */
  private static String tail(Scan scan, int word) {
    return scan.article().text(scan.field(word)).substring(scan.end(word));
  }

  /** Where in a gap the marks begin that open what follows: after the last white space. */
  private static int opening(String gap) {
    int at = gap.length();
    while (at > 0 && !Character.isWhitespace(gap.charAt(at - 1))) {
      at--;
    }
    return at == 0 ? gap.length() : at;
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
