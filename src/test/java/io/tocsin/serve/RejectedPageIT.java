package io.tocsin.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.tocsin.fixtures.Chromium;
import io.tocsin.serve.rejected.RejectedPlace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The refused records on the page, in a real browser. */
class RejectedPageIT {
  private static final String ATTACK =
      "{\"title\": \"<img src=x onerror='window.hacked=1'><script>window.hacked=1</script>\"";

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
  void keysLeadThereAndReasonsFilterAndTheAddressKeepsIt() {
    fixture.rejected.add("malformed_json", ATTACK, null);
    fixture.rejected.add("no_text", "{}", null);
    page.navigate(fixture.url("/"));
    assertThat(page.locator(".state")).hasText("Live");

    page.keyboard().press("g");
    page.keyboard().press("r");

    assertThat(page.locator(".refused")).hasCount(2);
    assertThat(page.locator("#board")).isHidden();
    assertThat(page.locator(".refused .bytes").last()).hasText(ATTACK);
    assertThat(page.locator(".refused img, .refused script")).hasCount(0);

    page.locator("select").selectOption("no_text");

    assertThat(page.locator(".refused")).hasCount(1);
    assertThat(page.url()).endsWith("/?view=rejected&reason=no_text");
    page.reload();
    assertThat(page.locator(".refused .reason")).hasText("no text");
    page.goBack();
    assertThat(page.locator(".refused")).hasCount(2);
    page.keyboard().press("g");
    page.keyboard().press("d");
    assertThat(page.locator("#board")).isVisible();
    assertThat(page.evaluate("typeof window.hacked")).isEqualTo("undefined");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aRecordIsSentAgainByItsButtonAndShowsItsBytes() {
    fixture.rejected.add("processing_failed", "{\"title\":\"Fire\"}", new RejectedPlace(0, 7));
    page.navigate(fixture.url("/?view=rejected"));
    Locator record = page.locator(".refused");
    assertThat(record.locator(".note")).containsText("was 0/7");

    page.getByText("All bytes").click();
    assertThat(record.locator(".base64")).hasText("eyJ0aXRsZSI6IkZpcmUifQ==");
    record.locator(".replay").click();

    assertThat(record.locator(".told")).hasText("Sent again, to news.articles 1/90.");
    assertThat(record.locator(".replay")).isDisabled();
    assertThat(fixture.rejected.replayed).containsExactly(new RejectedPlace(0, 0));
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void nothingSticksOutOnASmallScreen() {
    page.setViewportSize(360, 740);
    fixture.rejected.add("too_large", "x".repeat(900), null);
    page.navigate(fixture.url("/?view=rejected"));
    assertThat(page.locator(".refused")).hasCount(1);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(chromium.complaints()).isEmpty();
  }
}
