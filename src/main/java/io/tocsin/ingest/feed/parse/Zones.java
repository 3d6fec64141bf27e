package io.tocsin.ingest.feed.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The zones of dates: offsets, the abbreviations of news desks, and regions. What is unknown is
 * UTC, as RFC 2822 says. An abbreviation with several meanings has the one that most readers of
 * feeds give it.
 */
final class Zones {
  /** Minutes east of UTC. */
  private static final Map<String, Integer> NAMED = named();

  private static final Pattern OFFSET =
      Pattern.compile("(?:GMT|UTC?|Z)?\\s?([+\\u2212-])(\\d{1,2}):?(\\d{2})?(?:\\s.*)?");

  private Zones() {}

  /** The moment at which a clock of the zone shows a time. */
  static Instant instant(LocalDateTime local, @Nullable String zone) {
    String name = zone == null ? "" : zone.strip();
    String upper = name.toUpperCase(Locale.ROOT).replaceAll("[()]", "").strip();
    Matcher offset = OFFSET.matcher(upper);
    if (offset.matches()) {
      int minutes =
          Integer.parseInt(offset.group(2)) * 60
              + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
      return local
          .minusMinutes(offset.group(1).equals("+") ? minutes : -minutes)
          .toInstant(ZoneOffset.UTC);
    }
    int space = upper.indexOf(' ');
    Integer minutes = NAMED.get(space < 0 ? upper : upper.substring(0, space));
    if (minutes != null) {
      return local.minusMinutes(minutes).toInstant(ZoneOffset.UTC);
    }
    if (name.indexOf('/') > 0) {
      try {
        return local.atZone(ZoneId.of(name)).toInstant();
      } catch (DateTimeException e) {
        // No region of that name.
      }
    }
    return local.toInstant(ZoneOffset.UTC);
  }

  private static Map<String, Integer> named() {
    Map<String, Integer> zones = new HashMap<>();
    String table =
        "GMT 0 UTC 0 UT 0 Z 0 WET 0 WEST 60 BST 60 IST 330 CET 60 CEST 120 MEZ 60 MESZ 120 MET 60"
            + " MEST 120 EET 120 EEST 180 MSK 180 TRT 180 SAST 120 CAT 120 EAT 180 WAT 60 GST 240"
            + " PKT 300 NPT 345 ICT 420 WIB 420 WITA 480 WIT 540 HKT 480 SGT 480 MYT 480 PHT 480"
            + " AWST 480 JST 540 KST 540 ACST 570 ACDT 630 AEST 600 AEDT 660 NZST 720 NZDT 780"
            + " EST -300 EDT -240 ET -300 CST -360 CDT -300 CT -360 MST -420 MDT -360 MT -420"
            + " PST -480 PDT -420 PT -480 AKST -540 AKDT -480 HST -600 AST -240 ADT -180 NST -210"
            + " NDT -150 BRT -180 BRST -120 ART -180 CLT -240 CLST -180";
    String[] words = table.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      zones.put(words[i], Integer.valueOf(words[i + 1]));
    }
    return Map.copyOf(zones);
  }
}
