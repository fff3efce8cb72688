package org.mahdar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.intake.Rereader;

/**
 * The pages in a real Chromium, in both directions. Pictures of every screen are left in {@code target/screens} for people
 * to look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
    private static final Path SCREENS = Path.of("target/screens");
    private static final List<String> SCREEN_PATHS = List.of(
            "/",
            "/stories/5",
            "/lines/5.s1",
            "/lines/5.s1/correct",
            "/dossiers/rand?asof=2025-10-15&compare=2025-11-30",
            "/people/suha-al-mirdawi",
            "/people/XNR?tab=wording",
            "/search?q=%D8%A7%D9%84%D9%85%D9%8A%D8%A7%D9%87",
            "/stories",
            "/stories/1/against/2",
            "/dossiers",
            "/dossiers/rand/edit",
            "/corrections",
            "/add",
            "/settings",
            "/help");

    private static final String PASSWORD = "many letters 1";

    private Path folder;
    private Served served;
    private Served guarded;
    private Playwright playwright;
    private Browser browser;
    private String axe;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        served = Served.demo(temporary);
        Path apart = temporary.resolve("guarded");
        Users.of(apart.resolve("data")).put("salma", Users.Role.ANALYST, PASSWORD);
        guarded = Served.open(apart);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        try (InputStream in = BrowserTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Files.createDirectories(SCREENS);
    }

    private static Path chromium() {
        String named = System.getProperty("chromium", "");
        return List.of(named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium; say where it is with -Dchromium=PATH"));
    }

    @AfterEach
    void leave() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("what the browser complained of").isEmpty();
    }

    @AfterAll
    void stop() {
        browser.close();
        playwright.close();
        served.close();
        guarded.close();
    }

    private Page page(String language, int width, boolean script, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(script)
                .setColorScheme(scheme)
                .setBypassCSP(false));
        contexts.add(context);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith(served.address("/"))
                    && !request.url().startsWith(guarded.address("/"))) {
                complaints.add("asks " + request.url());
            }
        });
        return page;
    }

    private Page open(String language, String path) {
        Page page = page(language, 1300, true, ColorScheme.LIGHT);
        page.navigate(served.address(path));
        return page;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENS.resolve(name.replaceAll("[^a-z0-9]+", "-") + ".png"))
                .setFullPage(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void axeFindsNothingAndNothingSticksOut(String language) {
        List<String> violations = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = page(language, 1300, true, scheme);
            for (String path : SCREEN_PATHS) {
                page.navigate(served.address(path));
                picture(page, language + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT) + path);
                violations.addAll(axe(page, path + " " + language + " " + scheme));
            }
        }
        assertThat(violations).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private List<String> axe(Page page, String where) {
        // As a browser's own tools put it in: the policy of the page stays as it is.
        page.evaluate(axe);
        Object found = page.evaluate("() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                + " 'wcag22aa', 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' +"
                + " v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + ' | ' + (n.any[0] ? n.any[0].message : '')).join(' ; ')))");
        return ((List<String>) found).stream().map(one -> where + " " + one).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void nothingScrollsSidewaysOnAPhoneOrMagnified(String language) {
        for (int width : new int[] {390, 320}) {
            Page page = page(language, width, true, ColorScheme.LIGHT);
            for (String path : SCREEN_PATHS) {
                page.navigate(served.address(path));
                int inner = (Integer) page.evaluate("() => document.documentElement.scrollWidth");
                if (width == 390) {
                    picture(page, language + "-phone" + path);
                }
                assertThat(inner).as(path + " at " + width).isLessThanOrEqualTo(width);
            }
        }
        Page dark = page(language, 390, true, ColorScheme.DARK);
        for (String path : SCREEN_PATHS) {
            dark.navigate(served.address(path));
            picture(dark, language + "-phone-dark" + path);
            assertThat(luminance(dark, "background-color")).as(path + " in the dark").isLessThan(0.2);
            assertThat(luminance(dark, "color")).as(path + " in the dark").isGreaterThan(0.6);
        }
    }

    /** How bright a colour of the page is, between 0 and 1. */
    private static double luminance(Page page, String property) {
        Object sum = page.evaluate("name => getComputedStyle(document.body).getPropertyValue(name).match(/[\\d.]+/g)"
                + ".slice(0, 3).reduce((a, b) => a + Number(b), 0)", property);
        return ((Number) sum).doubleValue() / (3 * 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void aLineAndItsWordsLightUpFromEitherSide(String language) {
        Page page = open(language, "/stories/5");
        page.hover("#s2-line blockquote");
        assertThat(page.locator("mark.lit").count()).isPositive();
        assertThat(page.locator("mark.lit[data-lines~=s2]").count())
                .isEqualTo(page.locator("mark.lit").count());
        page.hover("h1 >> nth=0");
        page.focus("mark[data-lines~=s4] a");
        assertThat(page.locator("#s4-line.lit").count()).isEqualTo(1);
        page.hover("#s5-line [data-actor]");
        assertThat(page.locator("mark.lit[data-actors]").count()).isGreaterThan(2);
        picture(page, language + "-lit");
    }

    @Test
    void lettersStayJoinedWhereAMarkBegins() {
        Page page = open("ar", "/stories/5");
        // The width of a paragraph's words does not depend on its marks: no padding, border or weight parts the letters.
        Object widths = page.evaluate("() => Array.from(document.querySelectorAll('.reading .text p')).map(p => {"
                + " const plain = p.cloneNode(true); plain.textContent = p.textContent; plain.style.visibility = 'hidden';"
                + " p.parentNode.append(plain); const range = document.createRange(); range.selectNodeContents(p);"
                + " const a = Array.from(range.getClientRects()).length, h = p.getBoundingClientRect().height;"
                + " const b = plain.getBoundingClientRect().height; plain.remove(); return Math.abs(h - b); })");
        assertThat(((List<?>) widths)).isNotEmpty().allMatch(difference -> ((Number) difference).doubleValue() < 1);
        Object fonts = page.evaluate("() => document.fonts.ready.then(() => Array.from(document.fonts)"
                + ".filter(f => f.status === 'loaded').map(f => f.family))");
        assertThat(fonts.toString()).contains("Noto Naskh Arabic", "IBM Plex Sans Arabic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void theWholeWayByKeyboard(String language) {
        Page page = open(language, "/stories/11");
        page.keyboard().press("KeyJ");
        String first = (String) page.evaluate("() => document.activeElement.dataset.line");
        page.keyboard().press("KeyJ");
        assertThat(page.evaluate("() => document.activeElement.dataset.line")).isNotEqualTo(first);
        page.keyboard().press("KeyK");
        assertThat(page.evaluate("() => document.activeElement.dataset.line")).isEqualTo(first);
        page.keyboard().press("Shift+Slash");
        page.waitForSelector("dialog[open] table");
        page.keyboard().press("Escape");
        page.keyboard().press("Slash");
        assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("q");
        page.keyboard().type("\u0627\u0644\u0645\u064A\u0646\u0627\u0621");
        page.keyboard().press("Enter");
        page.waitForURL("**/search**");
        assertThat(page.locator(".hits .card").count()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void confirmingByKeyboardIsKept(String language) {
        Page page = open(language, "/stories/" + (language.equals("ar") ? 13 : 14));
        page.keyboard().press("KeyJ");
        String line = (String) page.evaluate("() => document.activeElement.id");
        page.keyboard().press("KeyY");
        page.waitForSelector("#" + line + " .state");
        String state = page.locator("#" + line + " .state").textContent();
        page.reload();
        assertThat(page.locator("#" + line + " .state").textContent()).isEqualTo(state);
        tabTo(page, "header a.brand");
        page.navigate(served.address("/corrections"));
        tabTo(page, "ol.cards a");
        page.keyboard().press("Enter");
        page.waitForURL("**/stories/**-line");
        assertThat(page.locator(":target .state").count()).isEqualTo(1);
    }

    /** Goes on from field to field until the focus is where it is wanted; a person would not press more often. */
    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < 40; presses++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                Object ring = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle");
                assertThat(ring).as("the ring around " + selector).isNotEqualTo("none");
                return;
            }
        }
        throw new AssertionError("Tab never comes to " + selector + " on " + page.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void settingsAreMadeByKeyboard(String language) {
        Page page = open(language, "/settings");
        tabTo(page, "input[name=theme]");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo("dark");
        tabTo(page, "form.settings button");
        page.keyboard().press("Enter");
        page.waitForSelector("html[data-theme=dark]");
        page.navigate(served.address("/settings"));
        assertThat(page.locator("input[name=theme][value=dark]").isChecked()).isTrue();
        assertThat(luminance(page, "background-color")).isLessThan(0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void whoMustLogInDoesSoByKeyboard(String language) {
        Page page = page(language, 1300, true, ColorScheme.LIGHT);
        page.navigate(guarded.address("/stories"));
        page.waitForURL("**/login**");
        picture(page, language + "-login");
        assertThat(axe(page, "/login " + language)).isEmpty();
        tabTo(page, "#l-name");
        page.keyboard().type("salma");
        page.keyboard().press("Tab");
        page.keyboard().type("wrong");
        page.keyboard().press("Enter");
        page.waitForSelector("[role=alert]");
        // The answer to a wrong password is no page that was asked for, and the browser says so.
        complaints.removeIf(complaint -> complaint.startsWith(guarded.address("/login")) && complaint.contains("401"));
        tabTo(page, "#l-name");
        page.keyboard().press("ControlOrMeta+KeyA");
        page.keyboard().type("salma");
        page.keyboard().press("Tab");
        page.keyboard().type(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/stories");
        tabTo(page, "form[action='/logout'] button");
        page.keyboard().press("Enter");
        page.waitForURL("**/login**");
    }

    @Test
    void aSelectionBecomesThePlaceOfAField() {
        Page page = open("ar", "/lines/5.s2/correct");
        page.focus("#c-content");
        page.evaluate("() => { const node = document.querySelector('[data-text] .whole').firstChild;"
                + " const range = document.createRange(); range.setStart(node, 11); range.setEnd(node, 17);"
                + " document.getSelection().removeAllRanges(); document.getSelection().addRange(range); }");
        page.waitForFunction("() => document.querySelector('#c-content').value === '11-17'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void thePagesWorkWithoutScript(String language) {
        Page page = page(language, 1300, false, ColorScheme.LIGHT);
        page.navigate(served.address("/stories/5"));
        page.click("mark[data-lines~=s4] a");
        assertThat(page.url()).endsWith("#s4-line");
        page.click("#s4-line .place");
        assertThat(page.url()).endsWith("#s4");
        page.fill("header input[name=q]", "\u0627\u0644\u0645\u064A\u0627\u0647");
        page.click("header .find button");
        assertThat(page.locator(".hits .card").count()).isPositive();
        page.navigate(served.address("/dossiers/rand"));
        page.fill("input[name=asof]", "2025-09-05");
        page.click(".asof button");
        assertThat(page.url()).contains("asof=2025-09-05");
        assertThat(page.locator("table.matrix td.nothing").count()).isPositive();
        page.click(".tools button");
        assertThat(page.getAttribute("html", "dir")).isEqualTo(language.equals("ar") ? "ltr" : "rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void linesAreJudgedAndStoriesReadWithoutScript(String language) {
        Page page = page(language, 1300, false, ColorScheme.LIGHT);
        page.navigate(served.address("/stories/" + (language.equals("ar") ? 15 : 16)));
        String line = "#s1-line";
        page.click(line + " button[value=reject]");
        assertThat(page.locator(line).count()).isZero();
        page.click("details.rejected summary");
        page.click("details.rejected button[value=undo]");
        assertThat(page.locator(line).count()).isEqualTo(1);
        page.click(line + " .deeds a[data-key=e]");
        String act = page.inputValue("select[name=act]").equals("threaten") ? "welcome" : "threaten";
        page.selectOption("select[name=act]", act);
        page.click("form.correct .buttons button");
        assertThat(page.locator(".what .act-" + act).count()).isPositive();
        page.navigate(served.address("/add"));
        page.fill(
                "#f-text",
                "\u0642\u0627\u0644 \u0627\u0644\u0648\u0632\u064A\u0631 \u0625\u0646"
                        + " \u0627\u0644\u0645\u062D\u0627\u062F\u062B\u0627\u062A \u0628\u062F\u0623\u062A.");
        page.click("form.add .buttons button >> nth=0");
        assertThat(page.locator(".answer .card.statements").count()).isEqualTo(1);
        page.navigate(served.address("/dossiers/rand/edit"));
        page.fill("#d-title", "rand " + language);
        page.click("form.add .buttons button");
        assertThat(page.locator("h1").first().textContent()).contains("rand " + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void aSearchIsKeptAndPutAwayWithoutScript(String language) {
        Page page = page(language, 1300, false, ColorScheme.LIGHT);
        page.navigate(served.address("/search"));
        page.fill("#q", "\u0627\u0644\u0645\u064A\u0627\u0647");
        page.click("form.searching .ask button");
        page.fill("#keep-name", "kept-" + language);
        page.click("form.keep button");
        page.navigate(served.address("/"));
        picture(page, language + "-kept");
        page.click(".saved a:text-is('kept-" + language + "')");
        assertThat(page.locator(".hits .card").count()).isPositive();
        page.click("details.kept summary");
        page.click(".saved li:has(a:text-is('kept-" + language + "')) button");
        page.navigate(served.address("/"));
        assertThat(page.locator(".saved a:text-is('kept-" + language + "')").count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void searchBySpeakerAndTopic(String language) {
        Page page = open(language, "/search");
        String speaker = language.equals("ar") ? "\u0642\u0627\u0626\u0644:" : "speaker:";
        page.fill(
                "#q",
                speaker + "\u0641\u0648\u0631\u0646\u062F\u0627\u064A \u0627\u0644\u0645\u064A\u0627\u0647");
        page.keyboard().press("Enter");
        page.waitForURL("**/search?**q=**");
        assertThat(page.locator(".hits .card").count()).isPositive();
        assertThat(page.locator(".hits .card .who").allTextContents())
                .allMatch(who -> who.contains("\u0641\u0648\u0631\u0646\u062F\u0627\u064A"));
        assertThat(page.locator(".hits .card mark.hit").count())
                .isGreaterThanOrEqualTo(page.locator(".hits .card").count());
        page.locator(".facets li a").first().click();
        assertThat(page.locator(".hits .card").count()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void aCorrectionSurvivesThatTheStoryIsReadAgain(String language) {
        String line = "/lines/" + (language.equals("ar") ? 20 : 21) + ".s1";
        Page page = open(language, line);
        String before = page.locator(".what .act").first().textContent();
        page.navigate(served.address(line + "/correct"));
        String act = page.inputValue("select[name=act]").equals("threaten") ? "welcome" : "threaten";
        page.selectOption("select[name=act]", act);
        page.click("form.correct .buttons button");
        page.waitForSelector(".what .state");
        String after = page.locator(".what .act").first().textContent();
        assertThat(after).isNotEqualTo(before);
        Languages languages = new Languages(List.of(folder.resolve("lexicon")));
        int run = served.archive().runs().begin("test");
        new Rereader(served.archive(), languages, new Rereader.Options(true, false, 1), new Rereader.Listener() {
                    @Override
                    public void at(int stories) {
                        // Nobody watches.
                    }

                    @Override
                    public void differs(Rereader.Difference difference) {
                        throw new AssertionError("The same engine reads otherwise: " + difference);
                    }
                })
                .reread(run);
        page.navigate(served.address(line));
        assertThat(page.locator(".what .act").first().textContent()).isEqualTo(after);
        assertThat(page.locator(".what .state").count()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar", "en"})
    void thePositionsFollowTheSlider(String language) {
        Page page = open(language, "/dossiers/rand");
        page.locator("input[type=range]").evaluate("slider => { slider.value = 3;"
                + " slider.dispatchEvent(new Event('input')); slider.dispatchEvent(new Event('change')); }");
        page.waitForURL("**asof=2025-09-05**");
        assertThat(page.locator("table.matrix td.nothing").count()).isPositive();
    }

    @Test
    void onPaperEverythingIsThere() {
        Page page = open("ar", "/stories/5");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("header.top").isVisible()).isFalse();
        assertThat(page.locator("#s2-line blockquote").isVisible()).isTrue();
        picture(page, "ar-print");
        assertThat(Optional.ofNullable(page.locator(".reading").textContent())).isPresent();
    }
}
