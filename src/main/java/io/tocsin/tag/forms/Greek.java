package io.tocsin.tag.forms;

/**
 * Greek nouns and adjectives, in the order genitive and accusative; articles are words of their
 * own.
 *
 * <p>After the declensions of modern Greek grammar: feminine in -α, -η add -ς, masculine in -ος,
 * -ας, -ης lose or change it, neuter in -ο, -ι end in -ου. Accents move with the ending, and are
 * folded.
 */
final class Greek {
  static final Endings ENDINGS =
      Endings.of(
          2,
          """
          α    ας α
          η    ης/εως η
          ις   εως ι
          ος   ου ο
          ας   α α
          ης   η/ους η
          ες   ων ες
          ο    ου ο
          ι    ιου ι
          οι   ων ους
          """);

  private static final String ACCENTED = "άέήίόύώ";
  private static final String PLAIN = "αεηιουω";

  private Greek() {}

  /** A lower-case letter without its accent. */
  static char plain(char letter) {
    int at = ACCENTED.indexOf(letter);
    return at < 0 ? letter : PLAIN.charAt(at);
  }
}
