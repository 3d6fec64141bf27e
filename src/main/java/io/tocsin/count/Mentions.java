package io.tocsin.count;

import io.tocsin.model.Condition.Newcomer;
import io.tocsin.model.Condition.Together;
import io.tocsin.model.Condition.Within;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.Mark;
import io.tocsin.model.Mention;
import io.tocsin.model.Name;
import io.tocsin.model.Rule;
import io.tocsin.model.RuleMatch;
import io.tocsin.model.ScreenedArticle;
import io.tocsin.model.SubjectMention;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.Tag;
import io.tocsin.model.Tagging;
import io.tocsin.model.Watchlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one tagged article contributes to the counts: one mention per subject, per pair that a
 * {@code together} rule asks for, and per {@code match} rule that it meets.
 */
public final class Mentions {
  /** Kind of the series of a name that is on no watchlist. */
  static final String NAME = "name";

  private final ScreenedArticle screened;
  private final Tagging tagging;
  private final @Nullable Instant clock;
  private final long version;
  private final Snippets snippets;
  private final Map<String, List<Tag>> tagsBySubject;

  private Mentions(
      ScreenedArticle screened, Tagging tagging, @Nullable Instant clock, long version) {
    this.screened = screened;
    this.tagging = tagging;
    this.clock = clock;
    this.version = version;
    this.snippets = new Snippets(screened, tagging.sentences());
    this.tagsBySubject =
        tagging.tags().stream()
            .collect(Collectors.groupingBy(Tag::subject, LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * All mentions of one article.
   *
   * @param clock newest trusted event time of the article's input partition; null before there is
   *     one
   */
  public static List<Mention> of(
      ScreenedArticle screened, Tagging tagging, Watchlist watchlist, @Nullable Instant clock) {
    Mentions from = new Mentions(screened, tagging, clock, watchlist.version());
    List<Mention> mentions = new ArrayList<>();
    for (SubjectMention mention : tagging.mentions()) {
      mentions.add(from.ofSubject(mention));
    }
    for (Rule rule : watchlist.rules()) {
      from.ofRule(rule).ifPresent(mentions::add);
      if (rule.when() instanceof Newcomer newcomer) {
        mentions.addAll(from.ofNames(rule, newcomer));
      }
    }
    return mentions;
  }

  /** One for each name that is on no watchlist. */
  private List<Mention> ofNames(Rule rule, Newcomer newcomer) {
    List<Mention> mentions = new ArrayList<>();
    for (Name name : tagging.names()) {
      if (newcomer.kinds().isEmpty() || newcomer.kinds().contains(name.kind())) {
        String id = NAME + "/" + name.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
        SubjectRef series = new SubjectRef(id, name.text(), NAME);
        mentions.add(mention(series, rule.id(), name.spans().size(), name.spans()));
      }
    }
    return mentions;
  }

  private Mention ofSubject(SubjectMention mention) {
    List<Tag> tags = tagsBySubject.getOrDefault(mention.subject().id(), List.of());
    return mention(mention.subject(), null, mention.occurrences(), spans(tags));
  }

  private Optional<Mention> ofRule(Rule rule) {
    if (rule.when() instanceof Together together) {
      return ofPair(rule, together);
    }
    return tagging.matches().stream()
        .filter(found -> found.rule().equals(rule.id()))
        .findFirst()
        .map(found -> ofStory(rule, found));
  }

  private Mention ofStory(Rule rule, RuleMatch found) {
    String title = Snippets.head(screened.article().title());
    String name = title == null ? rule.id() : title;
    SubjectRef story = new SubjectRef("story/" + tagging.story(), name, "story");
    return mention(story, rule.id(), found.spans().size(), found.spans());
  }

  private Optional<Mention> ofPair(Rule rule, Together together) {
    List<Tag> tags = new ArrayList<>();
    for (String subject : together.subjects()) {
      List<Tag> own = tagsBySubject.getOrDefault(subject, List.of());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      tags.addAll(own);
    }
    if (together.within() == Within.SENTENCE) {
      Set<Integer> shared = sharedSentences(together.subjects());
      if (shared.isEmpty()) {
        return Optional.empty();
      }
      tags.removeIf(tag -> !shared.contains(tag.sentence()));
    }
    return Optional.of(mention(pair(together.subjects()), rule.id(), tags.size(), spans(tags)));
  }

  private Set<Integer> sharedSentences(List<String> subjects) {
    Set<Integer> shared = null;
    for (String subject : subjects) {
      Set<Integer> own =
          tagsBySubject.getOrDefault(subject, List.of()).stream()
              .map(Tag::sentence)
              .collect(Collectors.toCollection(TreeSet::new));
      if (shared == null) {
        shared = own;
      } else {
        shared.retainAll(own);
      }
    }
    return shared == null ? Set.of() : shared;
  }

  private SubjectRef pair(List<String> subjects) {
    Map<String, String> names =
        tagging.mentions().stream()
            .collect(Collectors.toMap(m -> m.subject().id(), m -> m.subject().name()));
    String id = subjects.stream().sorted().collect(Collectors.joining("+", "pair/", ""));
    String name =
        subjects.stream().map(s -> names.getOrDefault(s, s)).collect(Collectors.joining(" with "));
    return new SubjectRef(id, name, "pair");
  }

  private Mention mention(
      SubjectRef series, @Nullable String rule, int occurrences, List<FieldSpan> spans) {
    return new Mention(
        series,
        rule,
        tagging.story(),
        occurrences,
        screened.marks().contains(Mark.LATE),
        snippets.evidence(spans),
        screened.receivedAt(),
        version,
        clock);
  }

  private static List<FieldSpan> spans(List<Tag> tags) {
    return tags.stream().map(tag -> new FieldSpan(tag.field(), tag.start(), tag.end())).toList();
  }
}
