package io.tocsin.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Two months of eight newspapers, served at their poll times by a server on this machine. */
class SpringReplayTest {
  private static final DateTimeFormatter POLL_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  /** Items as a plain search finds them, by guid or, where there is none, by link. */
  private static final Pattern ITEM = Pattern.compile("(?s)<(item|entry)>.*?</\\1>");

  private static final Pattern NAME = Pattern.compile("<(?:guid|id)[^>]*>([^<]+)<");
  private static final Pattern LINK = Pattern.compile("<link>([^<]+)<");

  @Test
  void everyItemIsPublishedOnceItsCorrectionsAsCorrectionsAndEveryBrokenPollIsTold()
      throws IOException {
    Map<String, Map<String, byte[]>> papers = new TreeMap<>();
    FeedArchive.files("feeds-2020-spring.tar.gz")
        .forEach(
            (name, bytes) -> {
              String[] parts = name.split("/", -1);
              papers.computeIfAbsent(parts[0], paper -> new TreeMap<>()).put(parts[1], bytes);
            });
    List<String> broken = new ArrayList<>();

    for (Map.Entry<String, Map<String, byte[]>> paper : papers.entrySet()) {
      try (FeedSite site = new FeedSite();
          Visits visits = Visits.to(site)) {
        broken.addAll(replay(paper.getKey(), paper.getValue(), site, visits));
      }
    }

    assertThat(papers).hasSize(8);
    assertThat(broken)
        .containsExactlyInAnyOrder(
            "bbc/20200428T004318Z.xml empty",
            "fox/20200428T004318Z.xml empty",
            "nytimes/20200428T004318Z.xml empty",
            "nzherald/20200428T004318Z.xml empty",
            "fox/20200517T224402Z.xml truncated",
            "fox/20200517T233003Z.xml truncated",
            "latimes/20200428T004318Z.xml truncated",
            "nzherald/20200428T003440Z.xml truncated");
  }

  private static List<String> replay(
      String paper, Map<String, byte[]> polls, FeedSite site, Visits visits) {
    FeedSource source = Visits.source(paper, site.url("/feed.xml"));
    FeedState state = null;
    List<String> broken = new ArrayList<>();
    Set<String> named = new HashSet<>();
    for (Map.Entry<String, byte[]> poll : polls.entrySet()) {
      site.publish("/feed.xml", poll.getValue());
      visits.clock.set(
          LocalDateTime.parse(poll.getKey().replace(".xml", ""), POLL_TIME)
              .toInstant(ZoneOffset.UTC));
      state = visits.visit(source, state);
      FeedOutcome outcome = state.outcome();
      if (outcome != FeedOutcome.OK && outcome != FeedOutcome.NOT_MODIFIED) {
        broken.add(paper + "/" + poll.getKey() + " " + (outcome == null ? "" : outcome.word()));
        assertThat(state.detail()).isNotBlank();
        continue;
      }
      named.addAll(names(poll.getValue()));
      int before = visits.sent.size();
      FeedState again = visits.visit(source, state);
      assertThat(again.outcome()).isEqualTo(FeedOutcome.NOT_MODIFIED);
      assertThat(visits.sent).hasSize(before);
    }
    judge(paper, visits, named.size());
    return broken;
  }

  private static void judge(String paper, Visits visits, int items) {
    Map<String, String> newest = new HashMap<>();
    int corrections = 0;
    for (Visits.Sent sent : visits.sent) {
      String version = version(sent.article());
      String before = newest.put(sent.id(), version);
      assertThat(version)
          .as("a correction of %s corrects something", sent.id())
          .isNotEqualTo(before);
      corrections += before == null ? 0 : 1;
    }
    assertThat(newest).as(paper).hasSize(items);
    assertThat(visits.fresh).as(paper).isEqualTo(items);
    assertThat(visits.corrected).as(paper).isEqualTo(corrections);
  }

  private static String version(Article article) {
    return article.title() + "|" + article.summary() + "|" + article.body();
  }

  private static Set<String> names(byte[] poll) {
    Set<String> names = new HashSet<>();
    Matcher item = ITEM.matcher(new String(poll, StandardCharsets.UTF_8));
    while (item.find()) {
      Matcher name = NAME.matcher(item.group());
      Matcher link = LINK.matcher(item.group());
      if (name.find()) {
        names.add(name.group(1));
      } else if (link.find()) {
        names.add(link.group(1));
      }
    }
    return names;
  }
}
