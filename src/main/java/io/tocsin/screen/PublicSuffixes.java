package io.tocsin.screen;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a host name belongs to its owner, by the public suffix list: one label more than
 * the suffix under which anybody can register. Both parts of the list count, the registries' and
 * the private one: whoever writes at {@code someone.github.io} is not GitHub.
 *
 * <p>The list comes with the library, so that one version of Tocsin gives one answer. A lookup
 * costs about 0.1 µs, which is why nothing is remembered by host.
 */
final class PublicSuffixes {
  /** Longest host name of the DNS. */
  private static final int MAX_NAME = 253;

  private static final int MAX_LABEL = 63;

  /**
   * Hosting domains whose customers publish under names of their own, but which have not asked to
   * be on the list.
   */
  private static final Set<String> HOSTING =
      Set.of(
          "beehiiv.com",
          "ghost.io",
          "livejournal.com",
          "medium.com",
          "substack.com",
          "tumblr.com",
          "typepad.com",
          "wordpress.com");

  static {
    // Once, under the lock of class loading: the library's own lazy start is not safe for threads.
    if (!EffectiveTldFinder.getInstance().isConfigured()) {
      throw new IllegalStateException(
          "the public suffix list cannot be read: "
              + EffectiveTldFinder.ETLD_DATA
              + " of crawler-commons is missing or damaged; install Tocsin's lib folder again");
    }
  }

  private PublicSuffixes() {}

  /**
   * The registrable domain of a host, such as {@code bbc.co.uk} of {@code feeds.bbc.co.uk}. Under a
   * top level that is not on the list, the last two labels.
   *
   * @param host in ASCII lower case, without port and final dot
   * @return null for what has none: an address, a single label such as {@code localhost}, a public
   *     suffix itself with or without {@code www.}, and what is no host name at all
   */
  static @Nullable String registrable(String host) {
    if (!isName(host)) {
      return null;
    }
    if (HOSTING.contains(host)) {
      return null;
    }
    String domain = listed(host) ? assigned(host) : labels(host, 2);
    if (domain == null || !HOSTING.contains(domain)) {
      return withOwner(domain);
    }
    return withOwner(labels(host, 3));
  }

  /**
   * Whether a host stands under a suffix of the list, so that it cannot be just any dotted text.
   */
  static boolean listed(String host) {
    return isName(host) && EffectiveTldFinder.getEffectiveTLD(host, false) != null;
  }

  private static @Nullable String assigned(String host) {
    return EffectiveTldFinder.getAssignedDomain(host, true, false);
  }

  /** {@code www.gov.uk} names nobody below the suffix {@code gov.uk}; {@code www.com} does. */
  private static @Nullable String withOwner(@Nullable String domain) {
    if (domain == null || !domain.startsWith("www.") || labels(domain, 3) == null) {
      return domain;
    }
    return null;
  }

  /** The last labels of a host; null when it has not so many. */
  private static @Nullable String labels(String host, int count) {
    int from = host.length();
    for (int i = 0; i < count; i++) {
      if (from < 0) {
        return null;
      }
      from = host.lastIndexOf('.', from - 1);
    }
    return host.substring(from + 1);
  }

  /** Labels of letters, digits, hyphens and underscores, the last of which begins with a letter. */
  private static boolean isName(String host) {
    if (host.length() > MAX_NAME) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= host.length(); i++) {
      if (i < host.length() && host.charAt(i) != '.') {
        if (!isUnit(host.charAt(i))) {
          return false;
        }
        continue;
      }
      if (i == start || i - start > MAX_LABEL) {
        return false;
      }
      start = i + 1;
    }
    char top = host.charAt(host.lastIndexOf('.') + 1);
    return top >= 'a' && top <= 'z';
  }

  private static boolean isUnit(char unit) {
    return (unit >= 'a' && unit <= 'z')
        || (unit >= '0' && unit <= '9')
        || unit == '-'
        || unit == '_';
  }
}
