package io.tocsin.tag.story;

import io.tocsin.tag.Watch;
import io.tocsin.tag.text.Scan;

/** Short ways to a signature. */
final class Signed {
  private final Scan scan = new Scan();
  private final Story story = new Story();

  String body(String body) {
    return article("", body);
  }

  String article(String title, String body) {
    scan.read(Watch.article(title, "", body));
    return story.signature(scan);
  }
}
