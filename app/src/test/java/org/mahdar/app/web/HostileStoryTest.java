package org.mahdar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.JsonRecords;

/** Stories that mean harm: they are shown as what they are, and the server goes on. */
// One instance, so that nothing of it outlives its tests: they share little memory with others.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Served served;

    @BeforeAll
    void start(@TempDir Path folder) {
        served = Served.empty(folder);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    /** Keeps a story and returns its number. */
    private Object keep(String id, String title, String body, String url, String outlet) throws Exception {
        String record = Json.line(Json.object("id", id, "title", title, "body", body, "url", url, "outlet", outlet));
        HttpResponse<String> answer = served.post("/api/stories", "application/json", record);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return ((Map<?, ?>) JsonRecords.line(answer.body(), 1)).get("first");
    }

    @Test
    void markupStaysText() throws Exception {
        String evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>";
        Object no = keep(evil, evil, "قال " + evil + " إن الوزير \"" + evil + "\".", "javascript:alert(4)", evil);
        for (String path : new String[] {"/stories/" + no, "/stories", "/", "/stories/" + no + "/against/" + no}) {
            Document page = served.page(path);
            assertThat(page.select("script:not([src^=/assets/]), img, svg"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("[onerror], [onload]")).as(path).isEmpty();
            assertThat(page.select("a[href^=javascript]")).as(path).isEmpty();
            assertThat(page.text()).as(path).contains("alert(1)");
        }
    }

    @Test
    void nothingTurnsOtherTextRound() throws Exception {
        Object no = keep(
                "bidi", "عنوان \u202Eقلب", "قال الوزير إن \u202Eabc\u202Dxyz بدأت. \u2066\u2067", "", "صحيفة\u202E");
        Document page = served.page("/stories/" + no);
        assertThat(page.selectFirst(".reading .text").text()).contains("\uFFFD").doesNotContain("\u202E", "\u202D");
        assertThat(page.selectFirst(".outlet").tagName()).isEqualTo("bdi");
    }

    @Test
    void aWordOfAMegabyteIsAWord() throws Exception {
        Object no = keep("long", "عنوان", "قال الوزير: \"" + "ا".repeat(1_000_000) + "\".", "", "");
        long start = System.nanoTime();
        assertThat(served.page("/stories/" + no).text()).hasSizeGreaterThan(1_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    }

    @Test
    void tenThousandStatementsComeInPages() throws Exception {
        String body = "قال الوزير سالم الوردي إن المحادثات بدأت.\n\n".repeat(10_000);
        Object no = keep("many", "عنوان", body, "", "");
        long start = System.nanoTime();
        Document page = served.page("/stories/" + no);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        assertThat(page.select(".card, .stance")).hasSize(StoryView.MOST);
        String next = page.selectFirst("a[rel=next]").attr("href");
        assertThat(served.page(next).select(".card").first().attr("data-line")).isEqualTo("s" + (StoryView.MOST + 1));
    }

    @Test
    void whatIsSentInIsNoLongerThanIsTaken() {
        HttpResponse<String> answer = served.post("/api/read", "text/plain", "ا".repeat(Server.MOST_BYTES / 2 + 10));
        assertThat(answer.statusCode()).isEqualTo(413);
        String depth = "[".repeat(100_000);
        assertThat(served.post("/api/read", "application/json", depth).statusCode())
                .isEqualTo(422);
        assertThat(Jsoup.parse(served.get("/", "Accept", "text/html").body()).select("h1"))
                .hasSize(1);
    }
}
