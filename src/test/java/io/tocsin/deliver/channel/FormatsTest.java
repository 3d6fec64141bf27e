package io.tocsin.deliver.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tocsin.deliver.AlertMaker;
import io.tocsin.deliver.config.Template;
import io.tocsin.model.Alert;
import io.tocsin.model.Severity;
import io.tocsin.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each format makes of alerts, hostile headlines among them. */
class FormatsTest {

  private static final Template LINE = Template.of("*{severity}* {state}: {summary}");
  private static final Instant NOW = AlertMaker.NOON.plusSeconds(300);
  private static final String HOSTILE =
      "<!channel> & <https://bad.example|click>\n*bold*\u202E[x](javascript:alert(1))";

  @Test
  void slackGetsItsTextWithEvidenceAsLinks() {
    // When
    String text = slack(List.of(AlertMaker.opened("a")));

    // Then
    assertThat(text)
        .isEqualTo(
            "*warning* opened: Exia: 12 articles in 10 minutes, 10 asked for\n"
                + "• <https://harbour-gazette.example/a/a|Harbour closed &amp; &lt;locked&gt;>"
                + " — harbour-gazette.example");
  }

  @Test
  void noHeadlineCanCallAChannelOrMakeALinkInSlack() {
    // When
    String text = slack(List.of(hostile()));

    // Then
    assertThat(text)
        .contains("&lt;!channel&gt; &amp; &lt;https://bad.example|click&gt; *bold* [x](")
        .doesNotContain("<!channel>", "<https://bad", "\u202E");
    assertThat(text.lines()).hasSize(2);
  }

  @Test
  void slackTextStaysWithinItsLimitAndSaysWhatIsLeftOut() {
    // Given
    String title = "A headline & a half ".repeat(40);
    List<Alert> alerts =
        IntStream.range(0, 50)
            .mapToObj(
                i -> AlertMaker.change("alert-" + i, 1, Alert.State.OPENED, Severity.INFO, title))
            .toList();

    // When
    String text = slack(alerts);

    // Then
    assertThat(text).hasSizeBetween(2_000, SlackFormat.LONGEST);
    assertThat(text).matches("(?s).*… and \\d\\d more alerts");
    assertThat(text.replace("&amp;", "")).doesNotContain("&");
  }

  @Test
  void onlyTheNewestChangeOfAnAlertIsTold() {
    // When
    String text = slack(List.of(AlertMaker.opened("a"), AlertMaker.resolved("a", 2)));

    // Then
    assertThat(text).isEqualTo("*warning* resolved: Exia: 12 articles in 10 minutes, 10 asked for");
  }

  @Test
  void teamsGetsACardWithoutMarkup() {
    // When
    JsonNode body = json(new TeamsFormat(LINE).body(message(List.of(hostile())), NOW));

    // Then
    JsonNode card = body.at("/attachments/0/content");
    assertThat(body.at("/attachments/0/contentType").asText())
        .isEqualTo("application/vnd.microsoft.card.adaptive");
    assertThat(card.at("/type").asText()).isEqualTo("AdaptiveCard");
    assertThat(card.findValuesAsText("type")).doesNotContain("TextBlock");
    assertThat(card.at("/body/0/inlines/0/color").asText()).isEqualTo("Attention");
    assertThat(card.at("/body/1/inlines/0/text").asText()).startsWith("<!channel> & <https:");
    assertThat(card.at("/body/1/inlines/0/selectAction/url").asText())
        .isEqualTo("https://harbour-gazette.example/a/h");
  }

  @Test
  void aCardStaysBelowWhatTeamsTakes() {
    // Given
    List<Alert> alerts =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    AlertMaker.change(
                        "alert-" + i, 1, Alert.State.OPENED, Severity.INFO, "é".repeat(500)))
            .toList();

    // When
    JsonNode body = json(new TeamsFormat(LINE).body(message(alerts), NOW));

    // Then
    assertThat(body.toString().getBytes(StandardCharsets.UTF_8).length).isLessThan(28_000);
    assertThat(body.toString()).contains("… and 38 more alerts");
  }

  @Test
  void alertmanagerGetsIdentityAsLabelsAndNumbersAsAnnotations() {
    // Given
    AlertmanagerFormat format = new AlertmanagerFormat(Duration.ofMinutes(1));

    // When
    JsonNode open = json(format.body(message(List.of(AlertMaker.opened("a"))), NOW)).get(0);
    JsonNode closed = json(format.body(message(List.of(AlertMaker.resolved("a", 2))), NOW)).get(0);

    // Then
    assertThat(open.at("/labels").toString())
        .isEqualTo(
            "{\"alertname\":\"harbour\",\"severity\":\"warning\",\"source\":\"tocsin\","
                + "\"subject\":\"place/exia\",\"team\":\"desk\"}");
    assertThat(closed.at("/labels")).isEqualTo(open.at("/labels"));
    assertThat(open.at("/annotations/observed").asText()).isEqualTo("12 articles");
    assertThat(open.at("/endsAt").asText()).isEqualTo(NOW.plusSeconds(240).toString());
    assertThat(closed.at("/endsAt").asText())
        .as("an end that lies ahead would keep it open")
        .isEqualTo(NOW.toString());
  }

  @Test
  void theWebhookOfAlertmanagerIsSpokenWithItsGroupAndItsTimes() {
    // Given
    List<Alert> alerts = List.of(AlertMaker.opened("a"), AlertMaker.resolved("b", 2));

    // When
    JsonNode body = json(new AlertmanagerWebhookFormat("desk").body(message(alerts), NOW));

    // Then
    assertThat(body.at("/version").asText()).isEqualTo("4");
    assertThat(body.at("/status").asText()).isEqualTo("firing");
    assertThat(body.at("/receiver").asText()).isEqualTo("desk");
    assertThat(body.at("/commonLabels/alertname").asText()).isEqualTo("harbour");
    assertThat(body.at("/alerts/0/endsAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(body.at("/alerts/1/status").asText()).isEqualTo("resolved");
    assertThat(body.at("/alerts/0/fingerprint").asText()).matches("[0-9a-f]{16}");
  }

  private static Alert hostile() {
    return AlertMaker.change("h", 1, Alert.State.OPENED, Severity.CRITICAL, HOSTILE);
  }

  private static String slack(List<Alert> alerts) {
    return json(new SlackFormat(LINE).body(message(alerts), NOW)).at("/text").asText();
  }

  private static Message message(List<Alert> alerts) {
    return new Message("m", alerts);
  }

  private static JsonNode json(Object body) {
    return Json.MAPPER.valueToTree(body);
  }
}
