package io.tocsin.ingest.feed;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The feeds of an installation.
 *
 * @param contact mail or web address that publishers can turn to; part of the user agent; empty for
 *     none
 * @param allowedHosts that may be asked although their addresses are private
 * @param allowedPorts besides 80 and 443
 * @param feeds in the order of the file
 */
public record FeedList(
    String contact, Set<String> allowedHosts, Set<Integer> allowedPorts, List<FeedSource> feeds) {
  /** No feeds at all. */
  public static final FeedList EMPTY = new FeedList("", Set.of(), Set.of(), List.of());

  /** Makes the collections immutable. */
  public FeedList {
    allowedHosts = Set.copyOf(allowedHosts);
    allowedPorts = Set.copyOf(allowedPorts);
    feeds = List.copyOf(feeds);
  }

  /**
   * The list of a YAML file.
   *
   * @return empty when there is no such file
   * @throws FeedListException when it cannot be used, with the line of every problem
   */
  public static FeedList read(Path file) {
    return new FeedFile(file).read();
  }

  /** The feeds that are polled. */
  public List<FeedSource> enabled() {
    return feeds.stream().filter(FeedSource::enabled).toList();
  }

  /** A feed by its id. */
  public Optional<FeedSource> find(String id) {
    return feeds.stream().filter(feed -> feed.id().equals(id)).findFirst();
  }
}
