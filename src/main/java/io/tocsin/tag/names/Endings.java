package io.tocsin.tag.names;

/** Endings by which English makes words of words: what ends so is hardly ever a name. */
final class Endings {
  private static final int SHORTEST = 5;

  private Endings() {}

  /** Whether a word that no list has ends in -ly, -ed, -ing, -ion, -ons, -ent or -ess. */
  static boolean isDerived(ArticleWords words, int at) {
    if (words.is(at, WordClass.PLACES) || words.is(at, WordClass.GIVEN)) {
      return false;
    }
    byte[] fold = words.scan.folded();
    int to = words.scan.foldedTo(at);
    if (to - words.scan.foldedFrom(at) < SHORTEST) {
      return false;
    }
    byte third = fold[to - 3];
    return switch (fold[to - 2] << 8 | fold[to - 1]) {
      case 'l' << 8 | 'y', 'e' << 8 | 'd' -> true;
      case 'n' << 8 | 'g', 'o' << 8 | 'n' -> third == 'i';
      case 'n' << 8 | 's' -> third == 'o';
      case 'n' << 8 | 't', 's' << 8 | 's' -> third == 'e';
      default -> false;
    };
  }
}
