package io.tocsin.tag.query;

import io.tocsin.model.Article;
import io.tocsin.tag.query.Query.Meta;
import io.tocsin.tag.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Holds attributes of queries against articles.
 *
 * <ul>
 *   <li>{@code source:bbc.co.uk}: the host of the URL, or the source as given, is that domain or
 *       one below it; or the source as given is written with the same words ({@code source:"radio
 *       exia"}).
 *   <li>{@code language:pt}: the language is that or a variety of it ({@code pt-BR}).
 *   <li>{@code section:"world news"}: the section is written with the same words.
 *   <li>{@code published:2023-11-01}: within that day in UTC; {@code >} after it, {@code >=} in it
 *       or after it, and so on; an instant is a day of no length.
 * </ul>
 *
 * <p>Case never counts; words are compared folded.
 */
public final class Attributes {
  private Attributes() {}

  /** Whether an article has the attribute as it is asked for. */
  public static boolean hold(Meta meta, Article article) {
    return switch (meta.attribute()) {
      case SOURCE -> isSource(meta.value(), article);
      case LANGUAGE -> isLanguage(meta.value(), article.language());
      case SECTION -> sameWords(meta.value(), article.section());
      case PUBLISHED -> isTime(meta, article.publishedAt());
    };
  }

  private static boolean isSource(String value, Article article) {
    String domain = host(value);
    return within(domain, host(article.url()))
        || within(domain, host(article.source()))
        || sameWords(value, article.source());
  }

  private static boolean within(String domain, String host) {
    return !domain.isEmpty() && (host.equals(domain) || host.endsWith("." + domain));
  }

  /** The host of a URL or of what is only a host, in small letters; empty when there is none. */
  private static String host(@Nullable String url) {
    if (url == null) {
      return "";
    }
    int scheme = url.indexOf("://");
    int from = scheme < 0 ? 0 : scheme + 3;
    int to = from;
    while (to < url.length() && "/?#\\".indexOf(url.charAt(to)) < 0) {
      to++;
    }
    String authority = url.substring(from, to);
    authority = authority.substring(authority.lastIndexOf('@') + 1);
    int port = authority.indexOf(':');
    String host = port < 0 ? authority : authority.substring(0, port);
    return host.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isLanguage(String value, @Nullable String language) {
    if (language == null) {
      return false;
    }
    String tag = language.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    String wanted = value.toLowerCase(Locale.ROOT);
    return tag.equals(wanted) || tag.startsWith(wanted + "-");
  }

  private static boolean sameWords(String value, @Nullable String text) {
    if (text == null) {
      return false;
    }
    List<String> words = Words.folded(value);
    return !words.isEmpty() && words.equals(Words.folded(text));
  }

  private static boolean isTime(Meta meta, @Nullable Instant time) {
    if (time == null) {
      return false;
    }
    boolean day = meta.value().indexOf('T') < 0;
    Instant first =
        day
            ? LocalDate.parse(meta.value()).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(meta.value());
    // Times have nanoseconds, so the last instant of a day is one before the next day.
    Instant last =
        day
            ? LocalDate.parse(meta.value())
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusNanos(1)
            : first;
    return switch (meta.comparison()) {
      case IS -> !time.isBefore(first) && !time.isAfter(last);
      case AFTER -> time.isAfter(last);
      case NOT_BEFORE -> !time.isBefore(first);
      case BEFORE -> time.isBefore(first);
      case NOT_AFTER -> !time.isAfter(last);
    };
  }
}
