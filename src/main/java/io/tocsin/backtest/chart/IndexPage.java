package io.tocsin.backtest.chart;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The page that shows all charts of a run: alerts per day above, the charts in order below. */
final class IndexPage {
  private static final double WIDTH = 1_200;
  private static final double HEIGHT = 110;

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ground:#f3f4f6;--panel:#fff;--line:#dfe2e8;--ink:#15181e;--soft:#4f5766;--accent:#1d4fc4}
      @media(prefers-color-scheme:dark){:root{--ground:#0d0f13;--panel:#15181e;--line:#272c36;--ink:#e8ebf1;--soft:#b0b7c5;--accent:#8fb2ff}}
      *{box-sizing:border-box}body{margin:0 auto;max-width:1240px;padding:24px 20px 64px;background:var(--ground);color:var(--ink);\
      font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif}
      h1{font-size:24px;margin:0 0 4px;letter-spacing:-.015em}p{margin:0 0 20px;color:var(--soft)}
      .days{display:block;width:100%;height:auto;background:var(--panel);border:1px solid var(--line);border-radius:10px;margin-bottom:24px}
      .days rect{fill:var(--accent)}.days text{fill:var(--soft);font-size:13px}
      ol{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,560px),1fr));gap:16px}
      li a{display:block;border:1px solid var(--line);border-radius:10px;overflow:hidden;background:var(--panel)}
      li a:hover,li a:focus-visible{border-color:var(--accent);outline:2px solid var(--accent);outline-offset:1px}
      img{display:block;width:100%;height:auto;aspect-ratio:960/372}
      """;

  private IndexPage() {}

  /** The page as HTML; no script, nothing from elsewhere. */
  static String of(Map<String, Picture> drawn) {
    Markup page = new Markup().raw("<!doctype html>\n").open("html", "lang", "en");
    page.open("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "name", "viewport", "content", "width=device-width,initial-scale=1");
    page.empty(
        "meta",
        "http-equiv",
        "Content-Security-Policy",
        "content",
        "default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'");
    page.element("title", "Back-test: " + drawn.size() + " alerts");
    page.open("style").raw(STYLE).close("style").close("head").open("body");
    page.element("h1", "Back-test");
    page.element("p", sentence(drawn));
    if (!drawn.isEmpty()) {
      days(page, drawn);
    }
    page.open("ol");
    drawn.forEach(
        (file, picture) ->
            page.open("li")
                .open("a", "href", file)
                .empty(
                    "img",
                    "src",
                    file,
                    "loading",
                    "lazy",
                    "alt",
                    picture.title() + ". " + picture.subtitle())
                .close("a")
                .close("li"));
    return page.close("ol").close("body").close("html").toString();
  }

  private static String sentence(Map<String, Picture> drawn) {
    if (drawn.isEmpty()) {
      return "No alert.";
    }
    SortedMap<LocalDate, Integer> perDay = perDay(drawn);
    return drawn.size()
        + (drawn.size() == 1 ? " alert" : " alerts")
        + " from "
        + perDay.firstKey()
        + " to "
        + perDay.lastKey()
        + ", in order of opening. Each chart opens alone, where articles can be pointed at.";
  }

  private static void days(Markup page, Map<String, Picture> drawn) {
    SortedMap<LocalDate, Integer> perDay = perDay(drawn);
    long first = perDay.firstKey().toEpochDay();
    long length = perDay.lastKey().toEpochDay() - first + 1;
    int most = perDay.values().stream().mapToInt(Integer::intValue).max().orElse(1);
    double step = (WIDTH - 40) / Math.max(7, length);
    page.open("svg", "class", "days", "viewBox", "0 0 1200 110", "role", "img");
    page.element("title", "Alerts opened per day, at most " + most);
    perDay.forEach(
        (day, count) -> {
          double height = count * (HEIGHT - 46) / most;
          page.open(
                  "rect",
                  "x",
                  20 + (day.toEpochDay() - first) * step,
                  "y",
                  HEIGHT - 24 - height,
                  "width",
                  Math.max(1, Math.min(40, step * 0.8)),
                  "height",
                  height)
              .element("title", day + ": " + count)
              .close("rect");
        });
    page.element("text", "alerts opened per day, at most " + most, "x", 20.0, "y", 17.0);
    page.element("text", perDay.firstKey().toString(), "x", 20.0, "y", HEIGHT - 7);
    page.element(
        "text",
        perDay.lastKey().toString(),
        "x",
        WIDTH - 20,
        "y",
        HEIGHT - 7,
        "text-anchor",
        "end");
    page.close("svg");
  }

  private static SortedMap<LocalDate, Integer> perDay(Map<String, Picture> drawn) {
    SortedMap<LocalDate, Integer> perDay = new TreeMap<>();
    for (Picture picture : drawn.values()) {
      perDay.merge(
          LocalDate.ofInstant(picture.marks().get(0).at(), ZoneOffset.UTC), 1, Integer::sum);
    }
    return perDay;
  }
}
