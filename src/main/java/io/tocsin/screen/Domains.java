package io.tocsin.screen;

import java.util.Set;

/**
 * Which part of a host name a canonical URL never cuts: what was registered, by a few rules.
 *
 * <p>On purpose not the public suffix list, by which {@link PublicSuffixes} tells publishers apart:
 * that list changes with every release, and the identity of an article must not.
 */
final class Domains {
  /**
   * Second levels under which countries register names; with any two-letter country they are no
   * owner's name.
   */
  private static final Set<String> SHARED_SECOND_LEVELS =
      Set.of(
          "ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "govt", "ltd", "mil", "ne", "net",
          "nom", "or", "org", "sch");

  /** Hosting domains whose customers publish under names of their own. */
  private static final Set<String> HOSTS =
      Set.of(
          "blogspot.com",
          "wordpress.com",
          "substack.com",
          "medium.com",
          "github.io",
          "tumblr.com",
          "pages.dev");

  private Domains() {}

  /**
   * The registrable domain of a lower-case host name, such as {@code bbc.co.uk} of {@code
   * news.bbc.co.uk}; an address or a name without dots comes back as it is.
   */
  static String registrable(String host) {
    if (host.startsWith("[")
        || host.chars().allMatch(unit -> unit == '.' || Character.isDigit(unit))) {
      return host;
    }
    int last = host.lastIndexOf('.');
    int second = last < 0 ? -1 : host.lastIndexOf('.', last - 1);
    if (second < 0) {
      return host;
    }
    boolean country = host.length() - last - 1 == 2;
    boolean shared = country && SHARED_SECOND_LEVELS.contains(host.substring(second + 1, last));
    if (!shared && !HOSTS.contains(host.substring(second + 1))) {
      return host.substring(second + 1);
    }
    return host.substring(host.lastIndexOf('.', second - 1) + 1);
  }
}
