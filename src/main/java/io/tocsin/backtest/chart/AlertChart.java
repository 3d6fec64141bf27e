package io.tocsin.backtest.chart;

import io.tocsin.backtest.chart.Picture.Band;
import io.tocsin.backtest.chart.Picture.Exhibit;
import io.tocsin.backtest.chart.Picture.Mark;
import io.tocsin.backtest.chart.Picture.Point;
import io.tocsin.backtest.chart.Picture.Span;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * One alert as a picture: the measure over time, what was asked for or expected, the window that
 * decided, the episode and its articles. Plain SVG, for light and dark, for print and for people
 * who do not see it.
 */
final class AlertChart {
  private static final double WIDTH = 960;
  private static final double HEIGHT = 372;
  private static final double EVIDENCE = 342;
  private static final double WORD = 62;
  private static final double OPEN = 322;

  private static final String STYLE =
      """
      svg{color-scheme:light dark;--ground:#fff;--ink:#15181e;--soft:#4f5766;--line:#e3e6ec;--axis:#aeb5c2;\
      --measure:#1d4fc4;--wash:#1d4fc41f;--window:#ffe6a180;--asked:#93470a;--band:#17693a24;--expected:#17693a;\
      --critical:#b3161f;--warning:#b26a00;--info:#1d4fc4}
      @media(prefers-color-scheme:dark){svg{--ground:#15181e;--ink:#e8ebf1;--soft:#b0b7c5;--line:#272c36;--axis:#566072;\
      --measure:#8fb2ff;--wash:#8fb2ff2b;--window:#5a440b99;--asked:#ffb45f;--band:#6fd1932b;--expected:#6fd193;\
      --critical:#ff8d88;--warning:#f2bd55;--info:#8fb2ff}}
      text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;fill:var(--soft)}
      .title{font-size:18px;font-weight:650;fill:var(--ink)}.ground{fill:var(--ground)}.across{stroke:var(--line)}\
      .axis{stroke:var(--axis)}.number{text-anchor:end}.time{text-anchor:middle}
      .measure{fill:none;stroke:var(--measure);stroke-width:2;stroke-linejoin:round}.wash{fill:var(--wash)}\
      .window{fill:var(--window)}.asked{stroke:var(--asked);stroke-width:1.5;stroke-dasharray:6 4}.asked-word{fill:var(--asked)}
      .band{fill:var(--band)}.expected{fill:none;stroke:var(--expected);stroke-width:1.5;stroke-dasharray:2 3}\
      .mark{stroke-width:1.5}.word{font-size:12px;fill:var(--ink);paint-order:stroke;stroke:var(--ground);stroke-width:4px}
      .critical{fill:var(--critical);stroke:var(--critical)}.warning{fill:var(--warning);stroke:var(--warning)}\
      .info{fill:var(--info);stroke:var(--info)}.exhibit{stroke:var(--ink);stroke-width:2;stroke-linecap:round}
      """;

  private final Picture picture;
  private final Scale scale;
  private final Markup svg = new Markup();

  /** Where the next word beside a mark may stand without lying over the last. */
  private double free;

  private AlertChart(Picture picture) {
    this.picture = picture;
    this.scale =
        Scale.fitting(
            picture.frame().whole().start(), picture.frame().whole().end(), highest(picture));
  }

  /** The picture as an SVG document. */
  static String of(Picture picture) {
    AlertChart chart = new AlertChart(picture);
    chart.draw();
    return chart.svg.toString();
  }

  private static double highest(Picture picture) {
    double highest = picture.line().stream().mapToDouble(Point::value).max().orElse(1);
    double band = picture.band().stream().mapToDouble(Band::high).max().orElse(0);
    return Math.max(Math.max(highest, band), Objects.requireNonNullElse(picture.asked(), 0.0));
  }

  private void draw() {
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "viewBox",
        "0 0 960 372",
        "role",
        "img",
        "aria-labelledby",
        "t d");
    svg.element("title", picture.title(), "id", "t");
    svg.element("desc", picture.subtitle(), "id", "d");
    svg.open("style").raw(STYLE).close("style");
    svg.empty("rect", "class", "ground", "width", WIDTH, "height", HEIGHT, "rx", 10);
    svg.element("text", shortened(picture.title(), 92), "x", 20, "y", 32, "class", "title");
    svg.element("text", shortened(picture.subtitle(), 132), "x", 20, "y", 53);
    window();
    grid();
    band();
    line();
    asked();
    picture.open().forEach(this::open);
    picture.marks().forEach(this::mark);
    picture.evidence().forEach(this::exhibit);
    svg.close("svg");
  }

  private void window() {
    Span window = picture.frame().window();
    double left = scale.x(window.start());
    double width = Math.max(2, scale.x(window.end()) - left);
    svg.open(
        "rect",
        "class",
        "window",
        "x",
        left,
        "y",
        Scale.UPPER,
        "width",
        width,
        "height",
        Scale.LOWER - Scale.UPPER);
    svg.element("title", "the window that opened it: " + range(window)).close("rect");
  }

  private static String range(Span span) {
    return span.start() + " to " + span.end();
  }

  private void grid() {
    for (double number : scale.numbers()) {
      double y = scale.y(number);
      svg.empty("line", "class", "across", "x1", Scale.LEFT, "x2", Scale.RIGHT, "y1", y, "y2", y);
      String written = String.format(Locale.ROOT, "%,.0f", number);
      svg.element("text", written, "class", "number", "x", Scale.LEFT - 8, "y", y + 4);
    }
    for (Instant time : scale.times()) {
      double x = scale.x(time);
      svg.empty(
          "line", "class", "axis", "x1", x, "x2", x, "y1", Scale.LOWER, "y2", Scale.LOWER + 4);
      svg.element("text", Scale.label(time), "class", "time", "x", x, "y", 364);
    }
    svg.empty(
        "line",
        "class",
        "axis",
        "x1",
        Scale.LEFT,
        "x2",
        Scale.RIGHT,
        "y1",
        Scale.LOWER,
        "y2",
        Scale.LOWER);
    svg.element("text", picture.unit(), "x", Scale.LEFT, "y", Scale.UPPER - 9);
  }

  private void band() {
    if (picture.band().isEmpty()) {
      return;
    }
    StringBuilder outline = new StringBuilder("M");
    StringBuilder middle = new StringBuilder("M");
    for (Band at : picture.band()) {
      outline.append(place(scale.x(at.at()), scale.y(at.high())));
      middle.append(place(scale.x(at.at()), scale.y(at.expected())));
    }
    for (int i = picture.band().size() - 1; i >= 0; i--) {
      Band at = picture.band().get(i);
      outline.append(place(scale.x(at.at()), scale.y(at.low())));
    }
    svg.empty("path", "class", "band", "d", outline.append('Z'));
    svg.empty("path", "class", "expected", "d", middle);
  }

  private void line() {
    StringBuilder path = new StringBuilder("M");
    double y = Scale.LOWER;
    for (Point point : picture.line()) {
      double x = scale.x(point.at());
      if (path.length() > 1) {
        path.append(place(x, y));
      }
      y = scale.y(point.value());
      path.append(place(x, y));
    }
    path.append(place(Scale.RIGHT, y));
    double first = picture.line().isEmpty() ? Scale.RIGHT : scale.x(picture.line().get(0).at());
    String area = path + place(Scale.RIGHT, Scale.LOWER) + place(first, Scale.LOWER) + "Z";
    svg.empty("path", "class", "wash", "d", area);
    svg.empty("path", "class", "measure", "d", path);
  }

  private void asked() {
    Double asked = picture.asked();
    if (asked == null) {
      return;
    }
    double y = scale.y(asked);
    svg.empty("line", "class", "asked", "x1", Scale.LEFT, "x2", Scale.RIGHT, "y1", y, "y2", y);
    String words = String.format(Locale.ROOT, "asked for %,.0f", asked);
    svg.element("text", words, "class", "number asked-word", "x", Scale.RIGHT - 4, "y", y - 6);
  }

  private void open(Span span) {
    double left = scale.x(span.start());
    svg.open(
        "rect",
        "class",
        picture.severity(),
        "x",
        left,
        "y",
        OPEN,
        "width",
        Math.max(3, scale.x(span.end()) - left),
        "height",
        5,
        "rx",
        2.5);
    svg.element("title", "open: " + range(span)).close("rect");
  }

  private void mark(Mark mark) {
    double x = scale.x(mark.at());
    svg.empty(
        "line",
        "class",
        "mark " + picture.severity(),
        "x1",
        x,
        "x2",
        x,
        "y1",
        Scale.UPPER,
        "y2",
        Scale.LOWER);
    if (mark.word().isEmpty() || x < free) {
      return;
    }
    boolean right = x > Scale.RIGHT - WORD;
    svg.element(
        "text",
        mark.word(),
        "class",
        right ? "word number" : "word",
        "x",
        right ? x - 5 : x + 5,
        "y",
        Scale.UPPER + 12);
    free = x + WORD;
  }

  private void exhibit(Exhibit exhibit) {
    double x = scale.x(exhibit.at());
    String url = exhibit.url();
    boolean linked = url != null && url.matches("https?://.*");
    if (linked) {
      svg.open("a", "href", String.valueOf(url));
    }
    svg.open("line", "class", "exhibit", "x1", x, "x2", x, "y1", EVIDENCE - 8, "y2", EVIDENCE);
    svg.element("title", exhibit.words()).close("line");
    if (linked) {
      svg.close("a");
    }
  }

  private static String place(double x, double y) {
    return String.format(Locale.ROOT, "%.1f %.1f ", x, y);
  }

  /** About as much as fits into the width; the whole stands in the description. */
  private static String shortened(String words, int most) {
    int points = words.codePointCount(0, words.length());
    return points <= most ? words : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }
}
