package io.tocsin.tag;

import io.tocsin.model.Article;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.tag.match.Hits;
import io.tocsin.tag.match.IntSet;
import io.tocsin.tag.names.NameFinder;
import io.tocsin.tag.story.Story;
import io.tocsin.tag.text.Scan;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one thread tags one article after the other: all that is reused from article to article.
 */
final class Desk {
  private final Compiled compiled;
  private final Scan scan = new Scan();
  private final Hits hits = new Hits();
  private final IntSet standing = new IntSet();
  private final IntSet seen = new IntSet();
  private final Recognition recognition;
  private final Abbreviated abbreviated;
  private final Asked asked;
  private final Mentions mentions;
  private final NameFinder names = new NameFinder();
  private final Story story = new Story();

  Desk(Compiled compiled) {
    this.compiled = compiled;
    this.recognition = new Recognition(compiled.lexicon(), scan, hits, standing);
    this.abbreviated = new Abbreviated(compiled.subjects(), scan);
    this.asked = new Asked(compiled, scan, hits);
    this.mentions = new Mentions(compiled.subjects());
  }

  /** Whether it tags with this very watchlist; comparing two by value would cost too much. */
  @SuppressWarnings("ReferenceEquality")
  boolean isOf(Compiled other) {
    return compiled == other;
  }

  /**
   * @param unlisted whether names that the watchlist has not are looked for
   */
  Tagging tag(Article article, boolean unlisted) {
    scan.read(article);
    compiled.phrases().find(scan, hits);
    standing.clear();
    for (int hit = 0; hit < hits.size(); hit++) {
      standing.add(hits.phrase(hit));
    }
    Found found = recognition.read();
    abbreviated.addTo(found);
    asked.addSubjects(found);
    found.sort();
    if (compiled.wholes().imply(found, seen)) {
      found.sort();
    }
    List<Tag> tags = tags(found);
    List<Tag> kept = TagLimit.cut(tags);
    return new Tagging(
        kept,
        mentions.of(found, scan),
        unlisted ? names.find(scan, tags) : List.of(),
        asked.rules(),
        recognition.ambiguous(),
        story.fingerprint(scan),
        story.signature(scan),
        scan.sentences(),
        kept.size() < tags.size());
  }

  private List<Tag> tags(Found found) {
    List<Tag> tags = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      int first = found.first(i);
      int last = found.last(i);
      tags.add(
          new Tag(
              compiled.subjects().get(found.subject(i)).id(),
              scan.field(first),
              scan.start(first),
              scan.end(last),
              scan.surface(first, last),
              found.form(i),
              scan.sentence(first)));
    }
    return tags;
  }
}
