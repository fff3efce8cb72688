package org.mahdar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.intake.Rereader;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.JsonRecords;
import org.xml.sax.InputSource;

/** Search, actors, dossiers, corrections and citations over the demonstration archive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPagesTest {
    private Served served;
    private Path folder;

    @BeforeAll
    void start(@TempDir Path temporary) {
        folder = temporary;
        served = Served.demo(temporary);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private static String query(String query) {
        return "/search?lang=ar&q=" + Encoded.of(query);
    }

    @Test
    void searchBySpeakerAndTopic() {
        Document page = served.page(query("قائل:فورنداي المياه"));
        assertThat(page.select(".hits .card")).isNotEmpty();
        for (Element hit : page.select(".hits .card")) {
            assertThat(hit.selectFirst(".who").text()).contains("فورنداي");
            assertThat(hit.selectFirst("mark.hit").text()).contains("مياه");
        }
        int total = Integer.parseInt(page.selectFirst(".total bdi").text());
        Element narrower = page.selectFirst(".facets a[href*=kind]");
        int fewer = Integer.parseInt(
                served.page(narrower.attr("href")).selectFirst(".total bdi").text());
        assertThat(fewer).isBetween(1, total);
        Document none = served.page(query("ططططط"));
        assertThat(none.select(".hits .card")).isEmpty();
        assertThat(none.selectFirst(".empty").text()).contains("2025");
        Document wrong = served.page(query("حقل:قيمة"));
        assertThat(wrong.selectFirst("[role=alert]").text()).isNotBlank();
        assertThat(wrong.selectFirst("#q").val()).isEqualTo("حقل:قيمة");
        assertThat(served.page(query("المياه") + "&sort=date").select(".hits .card"))
                .isNotEmpty();
    }

    @Test
    void somebodysPageHasWhatWasSaidAndMet() {
        Document page = served.page("/people/suha-al-mirdawi?lang=ar");
        assertThat(page.selectFirst("h1").text()).contains("الميرداوي");
        assertThat(page.select(".hits .card")).isNotEmpty();
        assertThat(page.select(".hits .statements .who").eachText()).allMatch(who -> who.contains("الميرداوي"));
        assertThat(served.page("/people/XNR?tab=meetings").select(".hits .card"))
                .isNotEmpty();
        assertThat(served.get("/people/nobody-at-all").statusCode()).isEqualTo(404);
    }

    @Test
    void positionsAreATableAsOfADay() {
        Document now = served.page("/dossiers/rand?lang=en");
        assertThat(now.select("table.matrix thead th")).hasSizeGreaterThan(4);
        assertThat(now.select("table.matrix tbody th[scope=row]").eachText())
                .anyMatch(name -> name.contains("Nardin"))
                .anyMatch(name -> name.contains("Sarvan"));
        int lines = now.select("table.matrix td:not(.nothing)").size();
        Document early = served.page("/dossiers/rand?lang=en&asof=2025-09-05&compare=2025-11-30");
        assertThat(early.select("table.matrix td:not(.nothing)").size())
                .isLessThan(lines)
                .isPositive();
        assertThat(early.select("table.matrix td.nothing"))
                .isNotEmpty()
                .allMatch(cell -> cell.text().equals("nothing read"));
        assertThat(early.select("table.matrix td.changed")).isNotEmpty();
        for (Element link : now.select("a.sourcelink").subList(0, 20)) {
            assertThat(served.get(link.attr("href")).statusCode())
                    .as(link.attr("href"))
                    .isEqualTo(200);
        }
        assertThat(Integer.parseInt(now.selectFirst(".coverage dd bdi").text())).isBetween(50, 56);
        assertThat(served.get("/dossiers/rand?asof=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void dossiersCanBeFollowed() throws Exception {
        HttpResponse<String> atom = served.get("/dossiers/rand/feed.atom");
        var feed = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(atom.body())));
        assertThat(feed.getElementsByTagName("entry").getLength()).isGreaterThan(10);
        Map<?, ?> json = (Map<?, ?>)
                JsonRecords.line(served.get("/dossiers/rand/feed.json").body(), 1);
        assertThat((List<?>) json.get("items")).hasSizeGreaterThan(10);
        String calendar = served.get("/dossiers/rand/rounds.ics").body();
        assertThat(calendar)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("BEGIN:VEVENT")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(served.get("/api/export?format=icalendar&dossier=rand").body())
                .isEqualTo(calendar);
        for (String line : calendar.split("\r\n")) {
            assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                    .isLessThanOrEqualTo(75);
        }
        assertThat(served.get("/search/feed.atom?q=" + Encoded.of("المياه")).body())
                .contains("<entry>");
    }

    @Test
    void aDossierIsDefinedOnThePage() {
        Document form = served.page("/dossiers/new/edit");
        HttpResponse<String> made = served.submit(
                form,
                "/dossiers",
                Map.of("name", "water", "title", "المياه <b>", "parties", "XNR\nXSV", "issues", "حصص: حصة، المياه"));
        assertThat(made.uri().getPath()).isEqualTo("/dossiers/water");
        assertThat(made.body()).contains("المياه &lt;b&gt;").doesNotContain("المياه <b>");
        assertThat(served.page("/dossiers/water/edit").selectFirst("#d-issues").text())
                .contains("حصة, المياه");
        assertThat(served.submit(form, "/dossiers", Map.of("name", "../x", "title", "t", "parties", "XNR"))
                        .body())
                .contains("role=\"alert\"");
    }

    @Test
    void aCorrectionStandsIsRememberedAndTakenBack() {
        String line = "/lines/8.s1";
        Document page = served.page(line);
        String act = page.selectFirst(".what .act").text();
        assertThat(page.select(".what .state")).isEmpty();
        String correct = page.selectFirst("[data-key=e]").attr("href");
        Map<String, String> change = new TreeMap<>(Map.of("verdict", "replace", "act", "threaten", "why", "سبب"));
        HttpResponse<String> kept = served.submit(served.page(correct), correct, change);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
        Document after = served.page(line + "?lang=en");
        assertThat(after.selectFirst(".what .act").text()).isEqualTo("threatens");
        assertThat(after.selectFirst(".what .state").text()).isEqualTo("corrected");
        assertThat(after.text()).contains("سبب");
        assertThat(served.page(query("فعل:threaten حالة:مصحح")).select(".hits .card"))
                .isNotEmpty();
        reread();
        assertThat(served.page(line + "?lang=en").selectFirst(".what .act").text())
                .isEqualTo("threatens");
        served.submit(served.page(line), correct, Map.of("verdict", "undo"));
        Document undone = served.page(line + "?lang=ar");
        assertThat(undone.selectFirst(".what .act").text()).isEqualTo(act);
        assertThat(undone.select("#history + ol > li")).hasSize(2);
    }

    private void reread() {
        Languages languages = new Languages(List.of(folder.resolve("lexicon")));
        int run = served.archive().runs().begin("test");
        new Rereader(served.archive(), languages, new Rereader.Options(true, false, 1), new Silent()).reread(run);
    }

    private static final class Silent implements Rereader.Listener {
        @Override
        public void at(int stories) {
            // Nobody watches.
        }

        @Override
        public void differs(Rereader.Difference difference) {
            throw new AssertionError("The same engine reads otherwise: " + difference);
        }
    }

    @Test
    void aRejectedLineGoesAndComesBack() {
        String line = "/lines/9.s1@1";
        assertThat(served.page("/stories/9").select("#s1-line")).hasSize(1);
        served.submit(served.page(line), line + "/correct", Map.of("verdict", "reject", "back", "/stories/9"));
        Document story = served.page("/stories/9");
        assertThat(story.select("#s1-line")).isEmpty();
        assertThat(story.select(".rejected li")).hasSize(1);
        assertThat(served.page(line + "?lang=en").selectFirst(".what .state").text())
                .isEqualTo("rejected");
        served.submit(story, line + "/correct", Map.of("verdict", "undo"));
        assertThat(served.page("/stories/9").select("#s1-line")).hasSize(1);
    }

    @Test
    void whoCorrectsHasToHaveSeenTheLineAsItIs() {
        String line = "/api/lines/10.s1/corrections";
        String body = "{\"verdict\": \"confirm\"}";
        String tag = served.get(line).headers().firstValue("etag").orElseThrow();
        assertThat(served.post(line, "application/json", body).statusCode()).isEqualTo(428);
        HttpResponse<String> first = served.post(line, "application/json", body, "If-Match", tag);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"state\":\"confirmed\"");
        assertThat(served.post(line, "application/json", body, "If-Match", tag).statusCode())
                .isEqualTo(412);
        String now = first.headers().firstValue("etag").orElseThrow();
        String nonsense = Json.line(Json.object("verdict", "replace", "set", Map.of("act", "dance")));
        assertThat(served.post(line, "application/json", nonsense, "If-Match", now)
                        .statusCode())
                .isEqualTo(422);
        Document stale = served.page("/lines/10.s1");
        HttpResponse<String> late =
                served.submit(stale, "/lines/10.s1@1/correct", Map.of("verdict", "reject", "state", tag));
        assertThat(late.statusCode()).isEqualTo(412);
    }

    @Test
    void theSameWordsInCopiesAreCorrectedToo() {
        String path = served.page("/stories/1").select("[data-key=e]").eachAttr("href").stream()
                .filter(one -> !served.page(one).select("input[name=copies]").isEmpty())
                .findFirst()
                .orElseThrow();
        served.submit(served.page(path), path, Map.of("verdict", "reject", "copies", "yes"));
        long corrected = served.archive().copies().of(1).stream()
                .filter(copy ->
                        !served.archive().corrections().of(copy.story().no()).isEmpty())
                .count();
        assertThat(corrected).isGreaterThan(1);
    }

    @Test
    void aLineIsCitedInEveryForm() throws Exception {
        String line = "/lines/12.s1@1";
        String sha = served.archive().stories().newest(12).orElseThrow().info().textSha256();
        String outlet = served.archive()
                .stories()
                .newest(12)
                .orElseThrow()
                .info()
                .outlet()
                .orElseThrow();
        for (String format : List.of("bibtex", "ris", "csl", "jsonld")) {
            HttpResponse<String> cite = served.get(line + "/cite/" + format);
            assertThat(cite.statusCode()).as(format).isEqualTo(200);
            assertThat(cite.body()).as(format).contains(outlet, sha, line, "2025");
        }
        Object csl = JsonRecords.all(served.get(line + "/cite/csl").body()).get(0);
        assertThat(((Map<?, ?>) csl).get("type")).isEqualTo("article-newspaper");
        Map<?, ?> ld =
                (Map<?, ?>) JsonRecords.line(served.get(line + "/cite/jsonld").body(), 1);
        assertThat(ld.get("@type")).isEqualTo("Quotation");
        for (String language : List.of("ar", "en")) {
            Document page = served.page(line + "?lang=" + language);
            assertThat(page.selectFirst(".note").text()).contains(outlet, sha, line);
            assertThat(page.selectFirst("meta[name=citation_title]").attr("content"))
                    .isNotBlank();
            assertThat(page.selectFirst("link[rel=canonical]").attr("href")).endsWith(line);
        }
        assertThat(Optional.ofNullable(served.page("/lines/12.s1").selectFirst("link[type=application/ld+json]")))
                .isPresent();
    }
}
