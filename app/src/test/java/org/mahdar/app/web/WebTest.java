package org.mahdar.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.app.wire.JsonRecords;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a browser without script and a program get from a server over the demonstration archive. */
// One instance, so that nothing of it outlives its tests: they share little memory with others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebTest {
    private Served served;

    @BeforeAll
    void start(@TempDir Path folder) {
        served = Served.demo(folder);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/stories",
                "/stories/5",
                "/lines/5.s1@1",
                "/lines/5.s1@1/correct",
                "/add",
                "/settings",
                "/help",
                "/search",
                "/search?q=(",
                "/dossiers",
                "/dossiers/rand",
                "/dossiers/rand/edit",
                "/dossiers/new/edit",
                "/corrections",
                "/people/suha-al-mirdawi",
                "/people/XNR",
                "/stories/2/against/1"
            })
    void everyPageIsInTheLanguageThatIsAskedFor(String path) {
        for (String language : List.of("ar", "en")) {
            Document page = served.page(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(page.selectFirst("html").attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(page.select("h1")).as("one heading").hasSize(1);
            assertThat(page.selectFirst(".fiction").text()).isNotBlank();
            Set<String> ids = new HashSet<>();
            page.select("[id]")
                    .forEach(element ->
                            assertThat(ids.add(element.id())).as(element.id()).isTrue());
            for (Element element : page.select("[style], [onclick], script:not([src]), style")) {
                throw new AssertionError("the policy forbids " + element);
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        assertThat(Words.of("ar").keys()).isEqualTo(Words.of("en").keys());
    }

    @Test
    void everyLineOfAStoryPointsAtItsWordsAndBack() {
        Document page = served.page("/stories/3");
        List<Element> lines = page.select(".card, .stance");
        assertThat(lines).hasSizeGreaterThan(5);
        for (Element line : lines) {
            String id = line.attr("data-line");
            assertThat(page.select("mark[data-lines~=(^| )" + id + "( |$)]"))
                    .as(id)
                    .isNotEmpty();
            assertThat(page.getElementById(id)).as("anchor of " + id).isNotNull();
            assertThat(line.attr("data-address")).isEqualTo("/lines/3." + id + "@1");
        }
        for (Element link : page.select("mark a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.toString())
                    .isNotNull();
        }
        String text = served.archive().stories().newest(3).orElseThrow().story().text();
        page.select(".at").remove();
        String shown = String.join("\n", page.select(".reading .text > *").eachText());
        assertThat(shown.replaceAll("\\s+", " "))
                .isEqualTo(text.replaceAll("\\s+", " ").strip());
    }

    private static Map<?, ?> json(HttpResponse<String> answer) throws JsonFault {
        return (Map<?, ?>) JsonRecords.line(answer.body(), 1);
    }

    @Test
    void programsFindActors() throws JsonFault {
        HttpResponse<String> page = served.get("/api/actors?limit=2");
        List<?> first = (List<?>) json(page).get("actors");
        assertThat(first).hasSize(2);
        String next = page.headers().firstValue("Link").orElseThrow().replaceAll("<(.*)>.*", "$1");
        assertThat((List<?>) json(served.get(next)).get("actors")).hasSize(2).isNotEqualTo(first);
        Map<?, ?> actor = json(served.get("/api/actors/suha-al-mirdawi"));
        assertThat(actor.get("english")).asString().contains("Suha al-Mirdawi");
        assertThat((List<?>) actor.get("offices")).isNotEmpty();
        for (Object lines : ((Map<?, ?>) actor.get("lines")).values()) {
            assertThat((Long) json(served.get(lines.toString())).get("total"))
                    .as(lines.toString())
                    .isPositive();
        }
        assertThat(served.get("/api/actors/nobody-at-all").statusCode()).isEqualTo(404);
    }

    @Test
    void theWordsOfOneIssueStandUnderEachOther() {
        Document page = served.page("/people/XNR?tab=wording&lang=en");
        Element issue = page.selectFirst(".facets a");
        Document words = served.page(issue.attr("href") + "&lang=en");
        assertThat(words.select(".hits > li")).isNotEmpty();
        assertThat(words.select("h2").eachText()).contains(issue.text());
        assertThat(served.get("/people/nobody-at-all?tab=wording").statusCode()).isEqualTo(404);
    }

    @Test
    void programsAddLinesAndTellActorsApart() throws JsonFault {
        String at = "/api/stories/40/corrections";
        String text =
                served.archive().stories().newest(40).orElseThrow().story().text();
        int start = text.indexOf(' ', text.indexOf('\n') + 5) + 1;
        String add = "{\"verdict\":\"add\",\"sort\":\"assessment\",\"set\":{\"span\":\"" + start + "-" + (start + 6)
                + "\",\"by\":\"XNR\",\"polarity\":\"negative\"},\"why\":\"a test\"}";
        assertThat(served.post(at, "application/json", add).statusCode()).isEqualTo(428);
        assertThat(served.post(at, "application/json", add, "If-Match", "\"40@9.9\"")
                        .statusCode())
                .isEqualTo(412);
        String tag = served.get(at).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> added = served.post(at, "application/json", add, "If-Match", "\"x\", " + tag);
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        String line = added.headers().firstValue("Location").orElseThrow();
        assertThat(json(served.get(line)).get("state")).isEqualTo("added");
        assertThat(served.get("/api/corrections").body()).contains("a test");
        String bad = add.replace("assessment", "opinion");
        HttpResponse<String> refused = served.post(at, "application/json", bad, "If-Match", "*");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("there is no sort of line", "assessment");
        for (String wrong : List.of(
                "{\"verdict\":\"confirm\"}",
                "{\"verdict\":\"merge\",\"actor\":\"12-17\"}",
                "{\"verdict\":\"split\",\"mentions\":\"17-12\"}")) {
            assertThat(served.post(at, "application/json", wrong, "If-Match", "*")
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    @Test
    void aKeyIsOfOneRequest(@TempDir Path folder) throws JsonFault {
        try (Served apart = Served.empty(folder)) {
            aKeyIsOfOneRequest(apart);
        }
    }

    private static void aKeyIsOfOneRequest(Served apart) throws JsonFault {
        String[] key = {"Idempotency-Key", "key-of-one"};
        String one = "\u0646\u0635 \u0623\u0648\u0644";
        HttpResponse<String> first = apart.post("/api/stories", "text/plain", one, key);
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<String> again = apart.post("/api/stories", "text/plain", one, key);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        HttpResponse<String> other = apart.post("/api/stories", "text/plain", one + " \u0622\u062E\u0631", key);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(json(other).get("type")).isEqualTo("/api/problems/key-reused");
    }

    @Test
    void aLineSaysWhyItWasRead() {
        Document page = served.page("/lines/1.s1@1");
        assertThat(page.selectFirst(".why code").text()).isNotBlank();
        assertThat(page.select(".why dt bdi[lang=en]"))
                .as("steps of the pattern")
                .isNotEmpty();
        assertThat(page.selectFirst(".card").attr("data-line")).isEqualTo("s1");
    }

    @ParameterizedTest
    @CsvSource({
        "/stories/9999, 404",
        "/stories/x, 404",
        "/lines/1.s999, 404",
        "/lines/<script>, 404",
        "/nowhere, 404",
        "/stories?before=x, 400",
        "/api/stories/0, 404",
        "/api/stories?limit=many, 400",
        "/assets/1/no.css, 404"
    })
    void whatIsNotThereIsAProblem(String path, int status) throws Exception {
        String address = path.replace("<", "%3C").replace(">", "%3E");
        HttpResponse<String> plain = served.get(address);
        assertThat(plain.statusCode()).isEqualTo(status);
        assertThat(plain.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        Map<?, ?> problem = (Map<?, ?>) JsonRecords.line(plain.body(), 1);
        assertThat(problem.get("status")).isEqualTo((long) status);
        assertThat(served.get((String) problem.get("type")).statusCode()).isEqualTo(200);
        if (!path.startsWith("/api")) {
            HttpResponse<String> page = served.get(address, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(status);
            assertThat(page.body()).startsWith("<!DOCTYPE html>").doesNotContain("<script>");
        }
    }

    @Test
    void everyAnswerForbidsEverythingFromElsewhere() {
        for (String path : List.of("/", "/nowhere", "/api/health", "/stories/1/original")) {
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.headers().firstValue("content-security-policy").orElse(""))
                    .startsWith("default-src 'none'")
                    .doesNotContain("unsafe", "http", "*");
            assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
        }
    }

    @Test
    void everythingAPageAsksForIsOnThisServer() {
        Document page = served.page("/");
        List<String> asked = new ArrayList<>();
        page.select("link[href], script[src], img[src]")
                .forEach(element -> asked.add(element.hasAttr("src") ? element.attr("src") : element.attr("href")));
        String css = "";
        for (String path : asked) {
            assertThat(path).startsWith("/assets/");
            HttpResponse<String> answer = served.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("cache-control").orElse("")).contains("immutable");
            css = path.endsWith(".css") ? answer.body() : css;
        }
        Matcher fonts = Pattern.compile("url\\(([^)]*)\\)").matcher(css);
        String base =
                asked.stream().filter(path -> path.endsWith(".css")).findFirst().orElseThrow();
        int met = 0;
        while (fonts.find()) {
            assertThat(fonts.group(1)).matches("[a-z0-9-]+\\.woff2");
            assertThat(served.get(base.replace("app.css", fonts.group(1))).statusCode())
                    .isEqualTo(200);
            met++;
        }
        assertThat(met).isEqualTo(8);
        assertThat(css.replace("http://www.w3.org/", ""))
                .doesNotContain("http:", "https:", "margin-left", "text-align: left");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        for (String path : List.of("/stories/2", "/api/stories/2", "/api/lines/2.s1")) {
            String tag = served.get(path).headers().firstValue("etag").orElseThrow();
            assertThat(served.get(path, "If-None-Match", tag).statusCode())
                    .as(path)
                    .isEqualTo(304);
            assertThat(served.get(path, "If-None-Match", "\"other\"").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void pagesOfAListLeadThroughAllOfIt() throws Exception {
        String next = "/api/stories?limit=20";
        Set<Object> seen = new HashSet<>();
        while (!next.isEmpty()) {
            HttpResponse<String> answer = served.get(next);
            Map<?, ?> body = (Map<?, ?>) JsonRecords.line(answer.body(), 1);
            ((List<?>) body.get("stories")).forEach(story -> seen.add(((Map<?, ?>) story).get("story")));
            next = answer.headers()
                    .firstValue("link")
                    .map(link -> link.replaceAll("<(.*)>.*", "$1"))
                    .orElse("");
        }
        assertThat(seen).hasSize(56);
        assertThat(served.get("/api/minutes").body().lines()).hasSize(56);
    }

    @Test
    void exportsWhatTheArchiveHolds() throws Exception {
        HttpResponse<String> answer = served.get("/api/export?format=plover");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/x-ndjson");
        assertThat(answer.headers().firstValue("content-disposition").orElse(""))
                .contains("mahdar.jsonl");
        assertThat(answer.body().lines()).hasSizeGreaterThan(50).allSatisfy(line -> JsonRecords.line(line, 1));
        assertThat(served.get("/api/export?format=csv&bom=true").body()).startsWith("\uFEFF");
        assertThat(served.get("/api/export?format=jsonl").body().lines()).hasSize(56);
        HttpResponse<String> wrong = served.get("/api/export?format=excel");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("jsonl, csv, plover");
        assertThat(served.get("/api/export?format=brief").statusCode()).isEqualTo(400);
        assertThat(served.get("/api/export?format=csv&dossier=none").statusCode())
                .isEqualTo(404);
    }

    @Test
    void readingKeepsNothing() {
        int before = served.archive().stories().count();
        HttpResponse<String> answer = served.post(
                "/api/read?published=2025-09-02",
                "text/plain",
                "عنوان\n\nقال وزير الخارجية، اليوم، إن بلاده \"لن توقع\".\n");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"format\":\"mahdar-minutes/1\"", "لن توقع", "2025-09-02");
        assertThat(served.post("/api/read", "text/plain", "").statusCode()).isEqualTo(400);
        assertThat(served.post("/api/read", "application/json", "{\"a\": 1}").statusCode())
                .isEqualTo(422);
        Document page = served.page("/add");
        HttpResponse<String> shown = served.submit(
                page, "/add", Map.of("text", "قال وزير الخارجية إن بلاده \"لن توقع\".", "title", "عنوان <b>"));
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("data-line=\"s1\"").doesNotContain("<b>");
        assertThat(served.archive().stories().count()).isEqualTo(before);
    }

    @Test
    void whatIsKeptIsKeptOnce(@TempDir Path own) throws Exception {
        try (Served empty = Served.empty(own)) {
            String story =
                    "{\"id\": \"x-1\", \"outlet\": \"مرآة\", \"title\": \"عنوان\", \"body\": \"قال الوزير إن المحادثات بدأت.\"}";
            HttpResponse<String> first = empty.post("/api/stories", "application/json", story, "Idempotency-Key", "k1");
            HttpResponse<String> again = empty.post("/api/stories", "application/json", story, "Idempotency-Key", "k1");
            HttpResponse<String> known = empty.post("/api/stories", "application/json", story);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(((Map<?, ?>) JsonRecords.line(known.body(), 1)).get("known"))
                    .isEqualTo(1L);
            HttpResponse<String> kept = empty.submit(
                    empty.page("/add"), "/add", Map.of("text", "قال الوزير إن الجولة انتهت.", "keep", "yes"));
            assertThat(kept.uri().getPath()).isEqualTo("/stories/2");
            assertThat(empty.archive().stories().count()).isEqualTo(2);
        }
    }

    @Test
    void noOtherPageCanUseSomebodysBrowser() {
        String body = "text=x&keep=yes";
        String type = "application/x-www-form-urlencoded";
        assertThat(served.post("/add", type, body).statusCode()).as("no token").isEqualTo(403);
        assertThat(served.post("/api/stories", "text/plain", "x", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(served.post("/api/stories", "text/plain", "x", "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> sent =
                served.submit(served.page("/settings"), "/settings", Map.of("back", "//evil.example/"));
        assertThat(sent.uri().getPath()).isEqualTo("/");
    }

    @Test
    void noAddressOfOnesOwnNetworkIsFetched() {
        for (String url : List.of(served.address("/"), "http://169.254.169.254/x", "file:///etc/passwd")) {
            HttpResponse<String> answer = served.submit(served.page("/add"), "/add", Map.of("url", url));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("class=\"troubles\"").doesNotContain("root:");
        }
    }

    @Test
    void itDoesNotListenToOthersWithoutUsers(@TempDir Path own) {
        try (Archive archive = Archive.openOrCreate(Location.folder(own))) {
            assertThatThrownBy(() -> Server.start(archive, new Languages(List.of()), new Settings("0.0.0.0", 0, false)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("users");
        }
    }

    @Test
    void theDescriptionNamesWhatThereIsAndNothingElse() {
        Map<?, ?> description = (Map<?, ?>) new Load(LoadSettings.builder().build())
                .loadFromString(served.get("/api/openapi.yaml").body());
        assertThat(description.get("openapi")).isEqualTo("3.1.0");
        Set<String> described = new HashSet<>();
        Set<Object> operations = new HashSet<>();
        ((Map<?, ?>) description.get("paths"))
                .forEach((path, item) -> ((Map<?, ?>) item).forEach((method, operation) -> {
                    described.add(method.toString().toUpperCase(java.util.Locale.ROOT) + " " + path);
                    Map<?, ?> about = (Map<?, ?>) operation;
                    assertThat(operations.add(about.get("operationId")))
                            .as("operationId of " + path)
                            .isTrue();
                    assertThat((Map<?, ?>) about.get("responses")).isNotEmpty();
                    Set<String> named = new HashSet<>();
                    for (Object parameter :
                            (List<?>) java.util.Objects.requireNonNullElse(about.get("parameters"), List.of())) {
                        Map<?, ?> resolved = resolve(description, (Map<?, ?>) parameter);
                        if (resolved.get("in").equals("path")) {
                            assertThat(resolved.get("required")).isEqualTo(true);
                            named.add("{" + resolved.get("name") + "}");
                        }
                    }
                    Matcher parts = Pattern.compile("\\{[^}]*}").matcher(path.toString());
                    while (parts.find()) {
                        assertThat(named.remove(parts.group()))
                                .as(parts.group() + " of " + path)
                                .isTrue();
                    }
                    assertThat(named).isEmpty();
                }));
        Set<String> routes = new HashSet<>();
        for (Route route : served.server().routes()) {
            if (route.isApi()) {
                routes.add(route.method() + " " + route.path());
            }
        }
        assertThat(described).isEqualTo(routes);
        references(description, description);
    }

    private static void references(Map<?, ?> root, Object node) {
        if (node instanceof Map<?, ?> map) {
            if (map.containsKey("$ref")) {
                assertThat(resolve(root, map)).isNotEmpty();
            }
            map.values().forEach(inside -> references(root, inside));
        } else if (node instanceof List<?> list) {
            list.forEach(inside -> references(root, inside));
        }
    }

    private static Map<?, ?> resolve(Map<?, ?> root, Map<?, ?> node) {
        if (!(node.get("$ref") instanceof String reference)) {
            return node;
        }
        Object at = root;
        for (String step : reference.substring(2).split("/")) {
            at = ((Map<?, ?>) at).get(step);
            assertThat(at).as(reference).isNotNull();
        }
        return (Map<?, ?>) at;
    }
}
