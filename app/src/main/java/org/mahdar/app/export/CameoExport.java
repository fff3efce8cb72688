package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;

/**
 * Events as tab-separated lines. The twenty columns of ICEWS come first, in its order, and programs written for it read
 * them; ours follow: whether it has happened, is denied, is reported, and which line of which minutes it is. A meeting is a
 * row for each ordered pair of those who meet. Intensity and coordinates stay empty: nothing is known of them. Countries
 * are ISO 3166 alpha-3. Sentences are not counted; the extra columns hold offsets in UTF-16 code units.
 */
public final class CameoExport extends TextExport {
    static final List<String> COLUMNS = List.of(
            "Event ID",
            "Event Date",
            "Source Name",
            "Source Sectors",
            "Source Country",
            "Event Text",
            "CAMEO Code",
            "Intensity",
            "Target Name",
            "Target Sectors",
            "Target Country",
            "Story ID",
            "Sentence Number",
            "Publisher",
            "City",
            "District",
            "Province",
            "Country",
            "Latitude",
            "Longitude",
            "tense",
            "negated",
            "reported_by",
            "line",
            "start",
            "end");
    static final List<String> PETRARCH = List.of("date", "source", "target", "code", "ids", "tense", "negated");

    private final Projection projection = Projection.bundled();
    private final boolean petrarch;
    private boolean started;

    /**
     * Writes to a stream, which it closes.
     *
     * @param petrarch whether to write PETRARCH's five columns, without a heading, instead of ICEWS's twenty
     */
    public CameoExport(OutputStream out, boolean petrarch) {
        super(out);
        this.petrarch = petrarch;
    }

    @Override
    public void add(Entry entry) throws IOException {
        heading();
        for (Projection.Event event : projection.events(entry.minutes())) {
            List<Pair> pairs = pairs(event.line());
            for (int i = 0; i < pairs.size(); i++) {
                String id = entry.id(event.line().id()) + (pairs.size() > 1 ? "." + (i + 1) : "");
                List<String> cells =
                        petrarch ? petrarch(entry, event, pairs.get(i), id) : icews(entry, event, pairs.get(i), id);
                line(String.join("\t", cells.stream().map(CameoExport::cell).toList()));
            }
        }
    }

    @Override
    void finish() throws IOException {
        heading();
    }

    private void heading() throws IOException {
        if (!started && !petrarch) {
            line(String.join("\t", COLUMNS));
        }
        started = true;
    }

    private record Pair(Optional<String> source, Optional<String> target) {}

    private static List<Pair> pairs(Line line) {
        if (line.finding() instanceof Meeting meeting) {
            return pairs(meeting.participants());
        }
        Optional<String> target = PloverExport.recipients(line).stream().findFirst();
        if (line.who().isEmpty()) {
            return List.of(new Pair(Optional.empty(), target));
        }
        return line.who().stream()
                .map(who -> new Pair(Optional.of(who), target))
                .toList();
    }

    private static List<Pair> pairs(List<String> present) {
        if (present.size() < 2) {
            return List.of(new Pair(present.stream().findFirst(), Optional.empty()));
        }
        List<Pair> out = new ArrayList<>();
        for (String one : present) {
            for (String other : present) {
                if (!one.equals(other)) {
                    out.add(new Pair(Optional.of(one), Optional.of(other)));
                }
            }
        }
        return out;
    }

    private static String date(Entry entry, Line line) {
        return Days.of(line.when())
                .filter(Days::exact)
                .map(Days::first)
                .or(() -> entry.source().published())
                .map(LocalDate::toString)
                .orElse("");
    }

    private static List<String> icews(Entry entry, Projection.Event event, Pair pair, String id) {
        Minutes minutes = entry.minutes();
        Line line = event.line();
        String city = line.finding() instanceof Meeting meeting
                ? meeting.place().map(Meeting.Place::name).orElse("")
                : "";
        return List.of(
                id,
                date(entry, line),
                name(minutes, pair.source()),
                sector(minutes, pair.source()),
                state(minutes, pair.source()),
                event.row().name(),
                event.row().cameo(),
                "",
                name(minutes, pair.target()),
                sector(minutes, pair.target()),
                state(minutes, pair.target()),
                entry.story(),
                "",
                entry.source().outlet().orElse(""),
                city,
                "",
                "",
                "",
                "",
                "",
                event.row().tense(),
                String.valueOf(line.negated()),
                String.join("; ", PloverExport.reported(minutes, line)),
                line.id(),
                String.valueOf(line.extent().start()),
                String.valueOf(line.extent().end()));
    }

    private static List<String> petrarch(Entry entry, Projection.Event event, Pair pair, String id) {
        Minutes minutes = entry.minutes();
        return List.of(
                date(entry, event.line()).replace("-", ""),
                code(minutes, pair.source()),
                code(minutes, pair.target()),
                event.row().cameo(),
                id,
                event.row().tense(),
                String.valueOf(event.line().negated()));
    }

    /** State and sector, as in {@code USAGOV}; three dashes where neither is known. */
    private static String code(Minutes minutes, Optional<String> ref) {
        String code = state(minutes, ref) + sector(minutes, ref);
        return code.isEmpty() ? "---" : code;
    }

    private static String name(Minutes minutes, Optional<String> ref) {
        return ref.map(minutes::actor)
                .map(actor -> actor.nameEn().orElse(actor.name()))
                .orElse("");
    }

    private static String state(Minutes minutes, Optional<String> ref) {
        return ref.map(minutes::actor).flatMap(Actor::state).orElse("");
    }

    private static String sector(Minutes minutes, Optional<String> ref) {
        return ref.map(minutes::actor)
                .flatMap(actor -> PloverExport.sector(minutes, actor))
                .orElse("");
    }

    /** The format knows no quoting: what would break a row becomes a blank. */
    private static String cell(String text) {
        return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
