package io.tocsin.tag;

import io.tocsin.model.Form;
import io.tocsin.model.Tag;
import io.tocsin.tag.text.Initials;
import io.tocsin.tag.text.Reading;
import io.tocsin.tag.text.Word;
import java.util.ArrayList;
import java.util.List;

/** The plain specification of {@link Abbreviated}: tag by tag, word by word. */
final class PlainAbbreviated {
  /** Who is abbreviated by which word. */
  private record Meant(String subject, int word) {}

  private PlainAbbreviated() {}

  /** The short forms that an article explains beside the names that are tagged. */
  static List<Tag> in(Reading reading, List<Tag> tags) {
    List<Meant> meant = new ArrayList<>();
    for (Tag tag : tags) {
      int word =
          tag.form() == Form.NAME && !Spelling.isPerson(tag.subject())
              ? Initials.beside(
                  reading, at(reading, tag, tag.start()), at(reading, tag, tag.end() - 1))
              : -1;
      boolean first =
          meant.stream()
              .noneMatch(
                  other ->
                      other.word() != word
                          && word >= 0
                          && reading.word(other.word()).equals(reading.word(word)));
      if (word >= 0 && first && isFree(reading, word, tags) && meant.size() < Abbreviated.MOST) {
        meant.add(new Meant(tag.subject(), word));
      }
    }
    List<Tag> found = new ArrayList<>();
    for (Meant one : meant) {
      String surface = surface(reading, one.word());
      for (int word = 0; word < reading.size(); word++) {
        if (surface(reading, word).equals(surface) && isFree(reading, word, tags)) {
          found.add(
              new Tag(
                  one.subject(),
                  reading.field(word),
                  reading.start(word),
                  reading.end(word),
                  surface,
                  Form.SHORT,
                  reading.sentence(word)));
        }
      }
    }
    return found;
  }

  private static String surface(Reading reading, int at) {
    Word word = reading.words().get(at);
    return reading.surface(word, word);
  }

  private static int at(Reading reading, Tag tag, int unit) {
    for (int word = 0; word < reading.size(); word++) {
      if (reading.field(word) == tag.field()
          && reading.start(word) <= unit
          && unit < reading.end(word)) {
        return word;
      }
    }
    throw new IllegalArgumentException("no word at " + unit + " of " + tag);
  }

  private static boolean isFree(Reading reading, int word, List<Tag> tags) {
    return tags.stream()
        .noneMatch(
            tag ->
                tag.field() == reading.field(word)
                    && tag.start() < reading.end(word)
                    && reading.start(word) < tag.end());
  }
}
