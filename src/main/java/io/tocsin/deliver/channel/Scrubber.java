package io.tocsin.deliver.channel;

import io.tocsin.settings.Secret;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Takes secrets and control characters out of what a receiver said: some repeat in their answer
 * what they were sent, and an answer is shown to people.
 */
final class Scrubber {

  /** Shorter parts, such as {@code v1}, are no secrets and would tear words apart. */
  private static final int SHORTEST = 6;

  private final List<String> secrets;

  Scrubber(URI uri, Secret... more) {
    Set<String> found =
        new TreeSet<>(
            Comparator.comparing(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    Stream.of(more).map(Secret::reveal).forEach(found::add);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    found.add(path);
    found.add(query);
    found.addAll(List.of(path.split("/", -1)));
    found.addAll(List.of(query.split("[&=]", -1)));
    secrets = found.stream().filter(secret -> secret.length() >= SHORTEST).toList();
  }

  /** One line without them. */
  String clean(String text) {
    String clean = text;
    for (String secret : secrets) {
      clean = clean.replace(secret, "***");
    }
    return clean.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
  }
}
