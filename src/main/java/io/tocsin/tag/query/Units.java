package io.tocsin.tag.query;

import io.tocsin.tag.text.Reading;

/** The sentence and the paragraph of each place of one article. */
final class Units {
  private final Reading reading;
  private final int[] paragraphs;

  Units(Reading reading) {
    this.reading = reading;
    this.paragraphs = Paragraphs.of(reading.article(), reading.sentences());
  }

  /** The number of the unit in which a place begins; unlike for different fields. */
  int of(Place place, Unit unit) {
    int sentence = reading.words().get(place.first()).sentence();
    return switch (unit) {
      case SENTENCE -> sentence;
      case PARAGRAPH -> paragraphs[sentence];
    };
  }
}
