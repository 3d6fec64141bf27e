package io.tocsin.serve;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.tocsin.model.Alert;
import io.tocsin.model.Evidence;
import io.tocsin.model.SubjectRef;
import io.tocsin.model.TaggedArticle;
import io.tocsin.settings.Secret;
import io.tocsin.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser, fed over the real event stream. */
class DashboardIT {
  private static final SubjectRef PORT = SubjectRef.of("place/port-sarn", "Port Sarn");
  private static final String ATTACK =
      "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>\"'>{{7*7}}";

  private static Playwright playwright;
  private static Browser browser;

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private LiveViewFixture fixture;
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void launch() {
    Path chromium =
        Path.of(Objects.requireNonNullElse(System.getenv("TOCSIN_CHROMIUM"), "/usr/bin/chromium"));
    assertThat(Files.isExecutable(chromium))
        .as(
            "There is no browser at %s. Install one (`apt-get install chromium`), or set TOCSIN_CHROMIUM to where it is.",
            chromium)
        .isTrue();
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void quit() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void open() {
    fixture = new LiveViewFixture();
    context = browser.newContext();
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
  }

  @AfterEach
  void close() {
    context.close();
    fixture.close();
  }

  @Test
  void anArticleAndAnAlertAppearWhileThePageIsOpen() {
    visit();
    assertThat(page.getByText("No articles yet")).isVisible();
    assertThat(page.getByText("All quiet")).isVisible();

    fixture.view.apply(LiveViewFixture.count(PORT, LiveViewFixture.NOON, 7));
    fixture.view.apply(article("a1", "Fire in Port Sarn spreads"));
    fixture.view.apply(alert("https://example.org/a1", "Fire in Port Sarn spreads"));

    Locator hit = page.locator(".hit");
    assertThat(hit.locator("h3 mark")).hasText("Port Sarn");
    assertThat(hit.locator(".snippet mark").first()).hasText("Port Sarn");
    assertThat(hit.locator(".chip")).containsText("Port Sarn");
    assertThat(hit.locator(".why")).containsText("is a name of Port Sarn");
    assertThat(hit.locator("a.headline")).hasAttribute("rel", "noopener nofollow noreferrer");
    Locator alert = page.locator("article.alert");
    assertThat(alert.locator(".severity")).containsText("warning");
    assertThat(alert.locator(".figures")).containsText("9 voices");
    assertThat(alert.locator(".evidence mark")).hasText("Port Sarn");
    assertThat(page.locator(".subject .name")).hasText("Port Sarn");
    assertThat(page).hasTitle("(1) Tocsin");
    assertThat(complaints).isEmpty();
  }

  @Test
  void textOfOthersIsShownAndNeverRun() {
    visit();
    TaggedArticle plain =
        LiveViewFixture.article("x\"><b>", ATTACK, ATTACK + " Port Sarn", PORT, "Port Sarn");
    fixture.view.apply(
        LiveViewFixture.with(
            plain,
            "javascript:window.hacked=1",
            ATTACK,
            LiveViewFixture.NOON,
            Set.of(),
            List.of()));
    fixture.view.apply(alert("javascript:window.hacked=1", ATTACK));

    assertThat(page.locator(".hit h3")).hasText(ATTACK);
    assertThat(page.locator(".hit .publisher")).hasText(ATTACK);
    assertThat(page.locator(".evidence-title")).hasText(ATTACK);
    assertThat(page.locator(".hit a, .alert a")).hasCount(0);
    assertThat(page.locator("main img, main script, main b")).hasCount(0);
    assertThat(page.evaluate("typeof window.hacked")).isEqualTo("undefined");
    assertThat(complaints).isEmpty();
  }

  @Test
  void theTailStandsStillWhileItIsStopped() {
    visit();
    fixture.view.apply(article("a1", "First of all"));
    assertThat(page.locator(".hit")).hasCount(1);

    page.keyboard().press(" ");
    assertThat(page.getByText("Resume")).isVisible();
    fixture.view.apply(article("a2", "Second"));
    fixture.view.apply(article("a3", "Third"));

    assertThat(page.getByText("2 new")).isVisible();
    assertThat(page.locator(".hit")).hasCount(1);
    page.getByText("2 new").click();
    assertThat(page.locator(".hit")).hasCount(3);
    assertThat(page.locator(".hit h3").first()).hasText("Third");
    assertThat(complaints).isEmpty();
  }

  @Test
  void keysMoveThroughTheTailAndShowTheirMap() {
    fixture.view.apply(article("a1", "First"));
    fixture.view.apply(article("a2", "Second"));
    visit();
    assertThat(page.locator(".hit")).hasCount(2);

    page.keyboard().press("j");
    page.keyboard().press("j");
    assertThat(page.locator(".hit[data-selected] h3")).hasText("First");
    page.keyboard().press("k");
    assertThat(page.locator(".hit[data-selected] h3")).hasText("Second");
    page.keyboard().press("?");
    assertThat(page.getByText("next article")).isVisible();
    page.keyboard().press("Escape");
    assertThat(page.locator(".dialog")).hasCount(0);
    page.keyboard().press("Escape");

    assertThat(page.locator(".hit[data-selected]")).hasCount(0);
    assertThat(complaints).isEmpty();
  }

  @Test
  void theTokenIsAskedForAndUsed() {
    Settings.Http http = new Settings.Http("127.0.0.1", 0, new Secret("open-sesame"));
    try (LiveViewFixture guarded =
        new LiveViewFixture(http, new EventHub(), Duration.ofSeconds(15))) {
      guarded.view.apply(article("a1", "Behind the door"));
      page.navigate(guarded.url("/"));

      page.locator("#token").fill("open-sesame");
      page.keyboard().press("Enter");

      assertThat(page.locator(".hit h3")).hasText("Behind the door");
      assertThat(page.locator(".state")).hasText("Live");
    }
  }

  @Test
  void nothingSticksOutOnASmallScreenInTheDark() {
    page.setViewportSize(360, 740);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    fixture.view.apply(
        article("a1", "Donaudampfschifffahrtsgesellschaftskapitän".repeat(4) + " Port Sarn"));
    fixture.view.apply(LiveViewFixture.count(PORT, LiveViewFixture.NOON, 7));
    fixture.view.apply(alert("https://example.org/a1", "x".repeat(300)));
    visit();
    assertThat(page.locator(".hit")).hasCount(1);

    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    assertThat(complaints).isEmpty();
  }

  private void visit() {
    page.navigate(fixture.url("/"));
    assertThat(page.locator(".state")).hasText("Live");
  }

  private static TaggedArticle article(String id, String title) {
    return LiveViewFixture.article(
        id, title, "Crews are at work in Port Sarn tonight.", PORT, "Port Sarn");
  }

  private static Alert alert(String url, String title) {
    Evidence evidence =
        LiveViewFixture.evidence("a1", title, url, "Crews in Port Sarn tonight", "Port Sarn");
    return LiveViewFixture.alert("al1", 1, Alert.State.OPENED, PORT, List.of(evidence));
  }
}
