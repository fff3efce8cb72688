package org.mahdar.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.Mahdar;
import org.mahdar.app.Sample;
import org.mahdar.app.ingest.Item;
import org.mahdar.app.ingest.Stories;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/** What exports are tried on: minutes made by hand, fictional stories as the engine reads them, and awkward texts. */
final class Entries {
    static final Settings SETTINGS = new Settings("محضر", Settings.URN, false, Instant.parse("2026-01-02T03:04:05Z"));

    private static final Path SAMPLES = Path.of("src/main/resources/samples/negotiation");
    private static final Mahdar MAHDAR = Mahdar.forLanguage("ar", List.of(SAMPLES.resolve("lexicon")));

    private Entries() {}

    /** A story with characters outside the basic plane, marks that formats use for themselves, and a control character. */
    static Minutes awkward() {
        return MAHDAR.read(Story.of(
                "awkward \"1\" <&>",
                "🕊 تصريح; من, \\ \"الوردي\"",
                "قال وزير الخارجية سالم الوردي 🕊🕊: \"لن نوقع\tالاتفاق <قبل> الضمانات & الرد\u0001\".\r\nوعقد الطرفان جولة محادثات في 3 آذار/مارس 2024.",
                Optional.of(LocalDate.of(2024, 3, 4))));
    }

    static List<Entry> all() {
        List<Minutes> minutes = new ArrayList<>(List.of(Sample.minutes(), awkward()));
        try (Stories stories = Stories.of(
                List.of(SAMPLES.resolve("stories.jsonl").toString()),
                InputStream.nullInputStream(),
                Optional.empty(),
                "ar")) {
            while (stories.hasNext()) {
                if (stories.next() instanceof Item.Found found) {
                    minutes.add(MAHDAR.read(found.story()));
                }
            }
        }
        List<Entry> out = new ArrayList<>();
        for (Minutes one : minutes) {
            out.add(new Entry(String.valueOf(out.size() + 1), 1, "test", Optional.of("2026-01-02T03:04:05.678Z"), one));
        }
        return out;
    }

    static byte[] bytes(Format format, Settings settings, List<Entry> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Export export = format.open(out, settings)) {
            for (Entry entry : entries) {
                export.add(entry);
            }
        }
        return out.toByteArray();
    }

    static String text(Format format, List<Entry> entries) throws IOException {
        return new String(bytes(format, SETTINGS, entries), UTF_8);
    }
}
