package io.tocsin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.tocsin.fixtures.Chromium;
import io.tocsin.fixtures.Meeting;
import io.tocsin.fixtures.Requests;
import io.tocsin.fixtures.RunningService;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From an article posted over HTTP to the alert that a person sees, through everything between. */
@Timeout(120)
class AlertOnPageIT {
  private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(20_000);

  @TempDir private Path data;

  @Test
  void alertAppearsOnTheOpenPageWithItsSentenceMarked() {
    try (RunningService service = RunningService.start(data);
        Chromium chromium = Chromium.launch()) {
      // Given
      Page page = chromium.page();
      page.navigate(service.url("/"));
      assertThat(page.locator(".state")).hasText("Live");
      assertThat(page.getByText("All quiet")).isVisible();

      // When
      Requests.post(service.url("/api/v1/articles"), "application/json", Meeting.ARTICLE);

      // Then
      Locator alert = page.locator("article.alert");
      assertThat(alert).isVisible(PATIENTLY);
      assertThat(alert.locator("h3")).containsText("Kim Jong Un with Vladimir Putin");
      assertThat(alert.locator(".evidence .snippet")).containsText(Meeting.SENTENCE);
      assertThat(alert.locator(".evidence mark"))
          .hasText(new String[] {"Kim Jong Un", "Vladimir Putin"});
      Locator hit = page.locator(".hit");
      assertThat(hit.locator("h3")).hasText("Two leaders look at the stars");
      assertThat(hit.locator(".snippet mark").first()).hasText("Kim Jong Un");
      assertThat(chromium.complaints()).isEmpty();
    }
  }
}
