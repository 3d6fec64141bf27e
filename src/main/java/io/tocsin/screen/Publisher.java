package io.tocsin.screen;

import io.tocsin.model.Article;
import java.util.Set;

/**
 * Who published an article. Decided here and nowhere else, when the article is screened; counts,
 * evidence and the tagged article carry the answer.
 */
public final class Publisher {
  /** Stands for a publisher that neither source nor URL tells. */
  public static final String UNKNOWN = "unknown";

  /**
   * Domains that show, forward or shorten what others published: a source says more than they do.
   */
  private static final Set<String> CARRIERS =
      Set.of(
          "ampproject.org",
          "apple.news",
          "bit.ly",
          "buff.ly",
          "dlvr.it",
          "facebook.com",
          "feedburner.com",
          "flipboard.com",
          "google.com",
          "ift.tt",
          "linkedin.com",
          "lnkd.in",
          "msn.com",
          "newsbreak.com",
          "ow.ly",
          "reddit.com",
          "smartnews.com",
          "t.co",
          "t.me",
          "tinyurl.com",
          "trib.al",
          "twitter.com",
          "x.com",
          "yahoo.com",
          "youtube.com");

  private Publisher() {}

  /**
   * The registrable domain of the URL, unless it only carries what others published; else the
   * source, by its own registrable domain where it is a URL or a host name; else the host; else
   * {@link #UNKNOWN}. Never blank.
   */
  public static String of(Article article) {
    String host = article.url() == null ? null : CanonicalUrl.host(article.url());
    String domain = host == null ? null : PublicSuffixes.registrable(host);
    if (domain != null && !CARRIERS.contains(domain)) {
      return domain;
    }
    String source = article.source() == null ? "" : article.source().strip();
    if (!source.isEmpty()) {
      return named(source);
    }
    if (domain != null) {
      return domain;
    }
    return host == null ? UNKNOWN : withoutWww(host);
  }

  /** A source that is a URL or a host name by its domain, any other as it is given. */
  private static String named(String source) {
    boolean url = source.contains("://");
    boolean dotted = source.indexOf('.') > 0 && source.chars().noneMatch(Character::isWhitespace);
    if (!url && !dotted) {
      return source;
    }
    String host = CanonicalUrl.host(url ? source : "https://" + source);
    // A name may hold a dot, so that without a scheme it is a host only under a known suffix.
    if (host == null || (!url && !PublicSuffixes.listed(host))) {
      return source;
    }
    String domain = PublicSuffixes.registrable(host);
    return domain == null ? source : domain;
  }

  private static String withoutWww(String host) {
    boolean shorter = host.startsWith("www.") && host.length() > "www.".length();
    return shorter ? host.substring("www.".length()) : host;
  }
}
