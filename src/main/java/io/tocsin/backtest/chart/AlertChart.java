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
  private static final double TIMES = 364;
  private static final double WORD = 62;
  private static final double OPEN = 322;

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
    svg.open("style").raw(ChartStyle.CSS).close("style");
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
    bar("window", left, Scale.UPPER, width, Scale.LOWER - Scale.UPPER);
    svg.element("title", "the window that opened it: " + range(window)).close("rect");
  }

  private static String range(Span span) {
    return span.start() + " to " + span.end();
  }

  private void grid() {
    for (double number : scale.numbers()) {
      double y = scale.y(number);
      stroke("across", Scale.LEFT, y, Scale.RIGHT, y);
      words(String.format(Locale.ROOT, "%,.0f", number), "number", Scale.LEFT - 8, y + 4);
    }
    for (Instant time : scale.times()) {
      double x = scale.x(time);
      stroke("axis", x, Scale.LOWER, x, Scale.LOWER + 4);
      words(Scale.label(time), "time", x, TIMES);
    }
    stroke("axis", Scale.LEFT, Scale.LOWER, Scale.RIGHT, Scale.LOWER);
    words(picture.unit(), "unit", Scale.LEFT, Scale.UPPER - 9);
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
    Band last = picture.band().get(picture.band().size() - 1);
    words(
        String.format(Locale.ROOT, "%,.1f expected", last.expected()),
        "number expected-word",
        Scale.RIGHT - 4,
        scale.y(last.high()) - 6);
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
    stroke("asked", Scale.LEFT, y, Scale.RIGHT, y);
    String number = String.format(Locale.ROOT, "asked for %,.0f", asked);
    words(number, "number asked-word", Scale.RIGHT - 4, y - 6);
  }

  private void open(Span span) {
    double left = scale.x(span.start());
    bar(picture.severity(), left, OPEN, Math.max(3, scale.x(span.end()) - left), 5);
    svg.element("title", "open: " + range(span)).close("rect");
  }

  private void mark(Mark mark) {
    double x = scale.x(mark.at());
    stroke("mark " + picture.severity(), x, Scale.UPPER, x, Scale.LOWER);
    if (mark.word().isEmpty() || x < free) {
      return;
    }
    boolean right = x > Scale.RIGHT - WORD;
    words(mark.word(), right ? "word number" : "word", right ? x - 5 : x + 5, Scale.UPPER + 12);
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

  private void stroke(String kind, double x1, double y1, double x2, double y2) {
    svg.empty("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  private void words(String words, String kind, double x, double y) {
    svg.element("text", words, "class", kind, "x", x, "y", y);
  }

  /** A rectangle that is left open for its title. */
  private void bar(String kind, double x, double y, double width, double height) {
    svg.open("rect", "class", kind, "x", x, "y", y, "width", width, "height", height, "rx", 2);
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
