package io.tocsin.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.tocsin.model.Article;
import io.tocsin.model.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Markup becomes text, plain text stays what it is. */
class HtmlTest {
  private static final int SIZE = 1_000_000;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>One  <b>bold</b> word.</p><p>Two.</p> | One bold word.~~Two.",
        "<h1>Head</h1><p>A<br>B<br/>C</p> | Head~~A~B~C",
        "<p>List:</p><ul><li>one</li><li><p>two</p></li></ul><p>End.</p> | List:~~one~two~~End.",
        "<div>One</div><div>Two</div> | One~Two",
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b~c",
        "<nav>Home</nav><p>Text</p><script>x('<p>')</script><style>p{}</style> | Text",
        "<p>R&amp;D &lt;3 caf&eacute; &#8364;5</p> | R&D <3 café €5",
        "<p>Unclosed <b>bold | Unclosed bold",
        "<p>A<!-- hidden --> B</p> | A B",
        "<p>A <![CDATA[ kept ]]> B</p> | A kept B",
        "Plain start <b>bold</b> end<br>next | Plain start bold end~next",
        "<!DOCTYPE html><html><head><title>t</title></head><body>Text</body></html> | Text",
        "<blockquote><p>Said.</p></blockquote><p>He left.</p> | Said.~~He left.",
        "<pre>a~  b</pre> | a~b",
      })
  void markupBecomesText(String markup, String text) {
    assertThat(Html.textOf(markup.replace('~', '\n'))).isEqualTo(text.replace('~', '\n'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a < b and c > d",
        "I <3 you & me",
        "<name> said",
        "Write to <desk@harbour.example> now",
        "The tag <b> is bold",
        "5 < 6 </ 7",
        "a &amp; b &lt;p&gt;",
        "x<y, y<z, p<q",
        "<",
        "</p>",
        "List<String> of <T>",
        "",
      })
  void plainTextIsNeverTouched(String text) {
    assertThat(Html.textOf(text)).isSameAs(text);
  }

  @Test
  void anArticleOfHtmlIsAcceptedAsItsText() {
    // Given
    String json =
        """
        {"title": "A <em>great</em> day", "body": "<p>Kim&nbsp;Jong Un spoke.</p><p>He left &amp; slept.</p>",
         "summary": "1 < 2"}""";

    // When
    Outcome<Received> outcome = new ArticleReader().read(json.getBytes(StandardCharsets.UTF_8));

    // Then
    Article article = ((Outcome.Accepted<Received>) outcome).value().article();
    assertThat(article.title()).isEqualTo("A great day");
    assertThat(article.body()).isEqualTo("Kim\u00A0Jong Un spoke.\n\nHe left & slept.");
    assertThat(article.summary()).isEqualTo("1 < 2");
  }

  static Stream<Arguments> hostileMarkup() {
    return Stream.of(
        repeated("nested blocks", "<div>"),
        repeated("nested lists", "<ul><li>"),
        repeated("nested formatting", "<b><i>"),
        repeated("paragraphs in formatting", "<b><p>"),
        repeated("nested tables", "<table><tr><td>"),
        repeated("links in links", "<a href=x>"),
        repeated("closing tags", "</p>"),
        repeated("comments", "<!--"),
        repeated("character data", "<![CDATA["),
        repeated("brackets", "<"),
        repeated("ampersands", "&"),
        repeated("entities", "&nGt;"),
        repeated("numbers of characters", "&#99999999;"),
        repeated("scripts", "<script>"),
        repeated("styles and text", "<style></style>a"),
        repeated("selects", "<select><option>"),
        repeated("frames", "<p>a<svg><p>"),
        Arguments.of("attributes", "<p " + attributes() + ">text</p>"),
        Arguments.of("an endless attribute", "<p a=\"" + "x".repeat(SIZE)),
        repeated("space", "<p> </p>  "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileMarkup")
  void hostileMarkupIsDoneWithInBoundedTime(String name, String markup) {
    // When
    String text = assertTimeout(Duration.ofSeconds(10), () -> Html.text("<p>" + markup), name);

    // Then
    assertThat(text.length()).isLessThanOrEqualTo(2 * SIZE);
  }

  private static Arguments repeated(String name, String unit) {
    return Arguments.of(name, unit.repeat(SIZE / unit.length()));
  }

  private static String attributes() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; attributes.length() < SIZE; i++) {
      attributes.append('a').append(i).append("=1 ");
    }
    return attributes.toString();
  }
}
