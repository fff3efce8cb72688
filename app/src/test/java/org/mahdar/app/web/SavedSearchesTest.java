package org.mahdar.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.JsonRecords;
import org.xml.sax.InputSource;

/** Searches that are kept, over the demonstration archive. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SavedSearchesTest {
    private Served served;

    @BeforeAll
    void start(@TempDir Path temporary) {
        served = Served.demo(temporary);
    }

    @AfterAll
    void stop() {
        served.close();
    }

    private HttpResponse<String> keep(String name, String query) {
        Document page = served.page("/search?lang=en&q=" + Encoded.of(query));
        assertThat(page.select("form.keep[action=/searches][method=post] #keep-name"))
                .hasSize(1);
        return served.submit(page, "/searches", Map.of("name", name, "q", query, "sort", "date"));
    }

    @Test
    void aSearchIsKeptTellsWhatIsNewAndIsPutAway() {
        HttpResponse<String> kept = keep("المياه <b>", "المياه");
        assertThat(kept.uri().getPath()).isEqualTo("/search");
        assertThat(kept.uri().getQuery()).contains("sort=date");
        assertThat(kept.body()).contains("المياه &lt;b&gt;").doesNotContain("المياه <b>");
        Document home = served.page("/?lang=en");
        String address = home.select(".saved a").stream()
                .filter(link -> link.text().equals("المياه <b>"))
                .findFirst()
                .orElseThrow()
                .attr("href");
        int total = Integer.parseInt(served.page("/search?q=" + Encoded.of("المياه"))
                .selectFirst(".total bdi")
                .text());
        assertThat(fresh(home, address)).isEqualTo(String.valueOf(total));
        Document found = served.page(address);
        assertThat(found.select(".hits .card")).isNotEmpty();
        assertThat(fresh(served.page("/?lang=en"), address)).isEmpty();
        paste("قال وزير المياه إن المياه كافية هذا العام.");
        assertThat(fresh(served.page("/?lang=en"), address)).isNotEmpty();
        Document search = served.page("/search?lang=ar");
        assertThat(search.select("details.kept[open] .saved a")).isNotEmpty();
        served.submit(search, address + "/delete", Map.of("back", "/"));
        assertThat(served.get(address).statusCode()).isEqualTo(404);
        assertThat(served.get(address + "/feed.atom").statusCode()).isEqualTo(404);
        assertThat(served.page("/").select(".saved a[href=" + address + "]")).isEmpty();
    }

    private static String fresh(Document page, String address) {
        return page.select(".saved li:has(a[href=" + address + "]) .fresh bdi").text();
    }

    private void paste(String text) {
        served.submit(
                served.page("/add"),
                "/add",
                Map.of("title", "خبر", "text", text, "published", "2025-12-01", "keep", "yes"));
    }

    @Test
    void aKeptSearchIsAFeed() throws Exception {
        assertThat(keep("", "قائل:فورنداي المياه").statusCode()).isEqualTo(200);
        String address = served.page("/").select(".saved a").stream()
                .filter(link -> link.text().equals("قائل:فورنداي المياه"))
                .findFirst()
                .orElseThrow()
                .attr("href");
        var atom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(served.get(address + "/feed.atom").body())));
        int entries = atom.getElementsByTagName("entry").getLength();
        assertThat(entries).isPositive();
        Map<?, ?> json =
                (Map<?, ?>) JsonRecords.line(served.get(address + "/feed.json").body(), 1);
        assertThat((List<?>) json.get("items")).hasSize(entries);
    }

    @Test
    void programsKeepSearchesToo() throws Exception {
        String body = Json.line(Json.object("name", "حصص", "query", "حصص", "level", "stem"));
        HttpResponse<String> kept = served.post("/api/searches", "application/json", body);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        String address = kept.headers().firstValue("Location").orElseThrow();
        Map<?, ?> one = (Map<?, ?>) JsonRecords.line(served.get(address).body(), 1);
        assertThat(one.get("level")).isEqualTo("stem");
        assertThat(served.get(String.valueOf(one.get("results"))).statusCode()).isEqualTo(200);
        assertThat(served.get("/api/searches").body()).contains("حصص");
        assertThat(served.delete(address).statusCode()).isEqualTo(204);
        assertThat(served.get(address).statusCode()).isEqualTo(404);
        String wrong = Json.line(Json.object("name", "x", "query", "(("));
        assertThat(served.post("/api/searches", "application/json", wrong).statusCode())
                .isEqualTo(400);
        assertThat(served.post("/api/searches", "application/json", "[").statusCode())
                .isEqualTo(400);
        assertThat(served.post("/api/searches", "application/json", body, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormOfAnotherPageKeepsNothing() {
        HttpResponse<String> forged =
                served.post("/searches", "application/x-www-form-urlencoded", "token=x&name=a&q=b");
        assertThat(forged.statusCode()).isEqualTo(403);
    }
}
