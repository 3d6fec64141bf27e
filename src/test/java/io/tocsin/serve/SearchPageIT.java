package io.tocsin.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tocsin.fixtures.Chromium;
import io.tocsin.model.Field;
import io.tocsin.model.FieldSpan;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.TaggedArticle;
import io.tocsin.serve.search.SearchState;
import io.tocsin.settings.Secret;
import io.tocsin.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search on the page, in a real browser. */
class SearchPageIT {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");
  private static final String ATTACK =
      "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";

  private LiveViewFixture fixture;
  private Chromium chromium;
  private Page page;

  @BeforeEach
  void open() {
    fixture = new LiveViewFixture();
    chromium = Chromium.launch();
    page = chromium.page();
  }

  @AfterEach
  void close() {
    chromium.close();
    fixture.close();
  }

  @Test
  void slashLeadsToTheFieldAndResultsAreMarkedAndTheAddressKeepsThem() {
    fixture.search.add(
        article("a1", "Fire in Port Sarn", "Smoke over the harbour at dawn."),
        new FieldSpan(Field.BODY, 15, 22));
    fixture.search.state = new SearchState("reading", 12_345, 4_096, 7, LiveViewFixture.NOON);
    page.navigate(fixture.url("/"));
    assertThat(page.locator(".state")).hasText("Live");

    page.keyboard().press("/");
    assertThat(page.locator("#q")).isFocused();
    page.keyboard().type("harbour AND NOT \"quiet day\"");
    page.keyboard().press("Enter");

    Locator hit = page.locator(".entry");
    assertThat(hit.locator(".snippet mark")).hasText("harbour");
    assertThat(hit.locator("h3 mark")).hasCount(0);
    assertThat(hit.locator("a.headline")).hasAttribute("rel", "noopener nofollow noreferrer");
    assertThat(page.locator(".standing")).containsText("12,345 articles");
    assertThat(page.locator(".standing")).containsText("7 newer not searchable yet");
    assertThat(page.url()).endsWith("/?view=search&q=harbour+AND+NOT+%22quiet+day%22");
    page.reload();
    assertThat(page.locator(".snippet mark")).hasText("harbour");
    assertThat(page.locator("#q")).hasValue("harbour AND NOT \"quiet day\"");
    Download table = page.waitForDownload(() -> page.getByText("CSV").click());
    assertThat(table.suggestedFilename()).isEqualTo("articles.csv");
    page.goBack();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aQueryThatCannotBeReadShowsWhere() {
    page.navigate(fixture.url("/?view=search&q=fire+port"));

    assertThat(page.locator(".query-error mark")).hasText("p");
    assertThat(page.locator("[role=alert]")).containsText("nothing joins");
    assertThat(chromium.complaints())
        .allSatisfy(complaint -> assertThat(complaint).contains("400"));
  }

  @Test
  void moreIsLoadedAndTextOfOthersIsNeverRun() {
    for (int i = 0; i < 60; i++) {
      TaggedArticle plain = article("a" + (100 + i), ATTACK, ATTACK);
      fixture.search.add(
          LiveViewFixture.with(
              plain,
              "javascript:window.hacked=1",
              ATTACK,
              LiveViewFixture.NOON,
              Set.of(),
              List.of()));
    }
    page.navigate(fixture.url("/?view=search"));
    assertThat(page.locator(".entry")).hasCount(50);

    page.getByText("Older").click();

    assertThat(page.locator(".entry")).hasCount(60);
    assertThat(page.locator(".entry a, .entry img, .entry script")).hasCount(0);
    assertThat(page.evaluate("typeof window.hacked")).isEqualTo("undefined");
    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.locator(".entry").nth(1)).isFocused();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void theTokenIsAskedForFirst() {
    Settings.Http http = new Settings.Http("127.0.0.1", 0, new Secret("open-sesame"));
    try (LiveViewFixture guarded =
        new LiveViewFixture(http, new EventHub(), Duration.ofSeconds(15))) {
      guarded.search.add(article("a1", "Behind the door", "Text."));
      page.navigate(guarded.url("/?view=search&q=door"));

      page.locator("#token").fill("open-sesame");
      page.keyboard().press("Enter");

      assertThat(page.locator(".entry h3")).hasText("Behind the door");
    }
  }

  @Test
  void nothingSticksOutOnASmallScreen() {
    page.setViewportSize(360, 740);
    fixture.search.add(article("a1", "Donaudampfschifffahrtsgesellschaft".repeat(4), "Text."));
    page.navigate(fixture.url("/?view=search&q=" + "x".repeat(200)));
    assertThat(page.locator(".entry")).hasCount(1);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(chromium.complaints()).isEmpty();
  }

  private static TaggedArticle article(String id, String title, String body) {
    return LiveViewFixture.article(id, title, body, PORT, "Port Sarn");
  }
}
