package org.mahdar.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in where others can reach the server, and what each may do. */
class LoginsTest {
    private static final String PASSWORD = "حروف كثيرة 1";

    private Path folder;
    private Served served;

    @BeforeEach
    void start(@TempDir Path temporary) {
        folder = temporary;
        Users users = Users.of(temporary.resolve("data"));
        users.put("qari", Users.Role.READER, PASSWORD);
        users.put("salma", Users.Role.ANALYST, PASSWORD);
        users.put("mudir", Users.Role.ADMIN, PASSWORD);
        served = Served.open(temporary);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private HttpResponse<String> login(String name, String password) {
        Document form = served.page("/login");
        return served.submit(form, "/login", Map.of("name", name, "password", password, "back", "/settings"));
    }

    private static String basic(String name) {
        byte[] pair = (name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Test
    void nobodySeesAnythingWithoutLoggingIn() {
        served.forget();
        HttpResponse<String> home = served.get("/", "Accept", "text/html");
        assertThat(home.uri().getPath()).isEqualTo("/login");
        assertThat(served.get("/api/stories").statusCode()).isEqualTo(401);
        assertThat(served.get("/api/health").statusCode()).isEqualTo(200);
        assertThat(served.post("/api/read", "text/plain", "x").statusCode()).isEqualTo(401);
    }

    @Test
    void whoLogsInGetsWhereHeWantedAndOutAgain() {
        served.forget();
        HttpResponse<String> in = login("salma", PASSWORD);
        assertThat(in.uri().getPath()).isEqualTo("/settings");
        Document home = served.page("/");
        assertThat(home.select("form[action=/logout]")).hasSize(1);
        served.submit(home, "/logout", Map.of());
        assertThat(served.get("/", "Accept", "text/html").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void eachMayWhatTheRoleSays() {
        served.forget();
        String story = "قال الوزير إن المحادثات بدأت.";
        for (String name : new String[] {"qari", "salma", "mudir"}) {
            String as = basic(name);
            boolean writes = !name.equals("qari");
            assertThat(served.get("/api/stories", "Authorization", as).statusCode())
                    .isEqualTo(200);
            assertThat(served.post("/api/stories", "text/plain", story, "Authorization", as)
                            .statusCode())
                    .as(name)
                    .isEqualTo(writes ? 201 : 403);
            assertThat(served.get("/api/metrics", "Authorization", as).statusCode())
                    .isEqualTo(name.equals("mudir") ? 200 : 403);
        }
    }

    @Test
    void whoGuessesHasToWait() {
        served.forget();
        int waited = 0;
        for (int i = 0; i < 8; i++) {
            HttpResponse<String> answer = login("nobody", "wrong wrong " + i);
            assertThat(answer.statusCode()).isIn(401, 429);
            waited += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(waited).isPositive();
    }

    @Test
    void passwordsAreNotKept() throws Exception {
        String file = Files.readString(folder.resolve("data/users.tsv"));
        assertThat(file).doesNotContain(PASSWORD).contains("salma\tanalyst\t$2a$12$");
        Users users = Users.of(folder.resolve("data"));
        assertThatThrownBy(() -> users.put("x", Users.Role.READER, "short")).hasMessageContaining("10");
        assertThatThrownBy(() -> users.put("a\tb", Users.Role.READER, PASSWORD)).hasMessageContaining("name");
        assertThat(users.check("salma", PASSWORD)).contains(Right.WRITE);
        assertThat(users.check("salma", PASSWORD + "x")).isEmpty();
        assertThat(users.check("nobody", PASSWORD)).isEmpty();
    }
}
