package org.mahdar.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.mahdar.Mahdar;
import org.mahdar.app.desk.PackKnowledge;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.dossier.Document;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Dossiers;
import org.mahdar.app.dossier.Judgement;
import org.mahdar.app.dossier.Line;
import org.mahdar.app.dossier.Reading;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Saying;
import org.mahdar.app.dossier.Side;
import org.mahdar.app.dossier.Stand;
import org.mahdar.app.dossier.Words;
import org.mahdar.app.wire.DefinitionJson;
import org.mahdar.app.wire.JsonFault;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/**
 * The dossiers that a run is asked for: which stories they take, and what these say together, merged by the archive's own
 * code. A dossier is computed by one task, which keeps its stories in memory: they are the few that tell of one negotiation.
 */
final class Negotiations {
    /** A line of some story that an entry was made of. */
    private static final StructType CARRIER = Rows.schema("key!", "line!", "start#", "end#", "words!");

    /** One entry of a dossier: an occasion, a saying, a stance, a paper, a judgement, with every line that tells of it. */
    static final StructType ENTRY = Rows.schema(
                    "dossier!", "layer!", "day", "kind", "act", "who", "about", "words!", "texts#")
            .add("lines", DataTypes.createArrayType(CARRIER, false), false);

    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Dossiers dossiers;

    /** Those of a run; {@code mahdar} brings what the language knows. */
    Negotiations(Instructions how, Mahdar mahdar) {
        for (Map.Entry<String, String> dossier : how.dossiers().entrySet()) {
            definitions.put(dossier.getKey(), definition(dossier.getKey(), dossier.getValue()));
        }
        dossiers = new Dossiers(new Words(mahdar.language()::fold), new PackKnowledge(mahdar.language()));
    }

    /** What a dossier asks for, refused where it cannot be understood. */
    static Definition definition(String name, String json) {
        try {
            return DefinitionJson.read(json);
        } catch (JsonFault e) {
            throw new IllegalArgumentException(
                    "the definition of dossier " + name + " is not understood: " + e.getMessage(), e);
        }
    }

    /** The names of the dossiers that take a story. */
    String[] taking(String key, Minutes minutes) {
        Reading reading = new Reading(1, key, 1, 1, minutes);
        return definitions.entrySet().stream()
                .filter(dossier -> dossiers.takes(dossier.getValue(), reading))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    /** A story that a dossier takes, with the first to carry its text. */
    record Taken(String key, String first, Minutes minutes) {}

    /** The entries of a dossier over the stories that it takes; the order in which they come does not matter. */
    List<Row> entries(String name, List<Taken> stories) {
        Definition definition = Optional.ofNullable(definitions.get(name)).orElseThrow();
        List<Taken> sorted = stories.stream()
                .sorted(Comparator.<Taken, String>comparing(one -> one.minutes()
                                .story()
                                .published()
                                .map(Object::toString)
                                .orElse("9999"))
                        .thenComparing(Taken::key))
                .toList();
        Map<String, Integer> groups = new HashMap<>();
        List<Reading> readings = new ArrayList<>();
        for (Taken one : sorted) {
            int no = readings.size() + 1;
            readings.add(new Reading(no, one.key(), 1, groups.computeIfAbsent(one.first(), key -> no), one.minutes()));
        }
        return new Entries(name, sorted).of(dossiers.of(definition, readings));
    }

    /** A dossier as rows. */
    private static final class Entries {
        private final String name;
        private final List<Taken> stories;
        private final List<Row> rows = new ArrayList<>();

        Entries(String name, List<Taken> stories) {
            this.name = name;
            this.stories = stories;
        }

        List<Row> of(Dossier dossier) {
            for (Round round : dossier.rounds()) {
                String day = round.days().map(Object::toString).orElse("");
                String state = round.state().name().toLowerCase(java.util.Locale.ROOT);
                add(
                        "meeting",
                        day,
                        round.kind().word(),
                        state,
                        sides(round.parties()),
                        "",
                        round.title(),
                        round.lines());
            }
            for (Saying saying : dossier.statements()) {
                List<Line> lines =
                        saying.carriers().stream().map(Saying.Carrier::line).toList();
                String who = saying.speaker().name();
                add(
                        "statement",
                        day(saying.day()),
                        saying.kind().word(),
                        saying.act().word(),
                        who,
                        "",
                        saying.words(),
                        lines);
            }
            for (Stand stand : dossier.positions().stands()) {
                String party = stand.party().name();
                add(
                        "position",
                        day(stand.day()),
                        "",
                        stand.act().word(),
                        party,
                        stand.issue(),
                        stand.words(),
                        stand.lines());
            }
            for (Document paper : dossier.papers()) {
                String status = paper.life().isEmpty()
                        ? ""
                        : paper.life().get(paper.life().size() - 1).status();
                add(
                        "paper",
                        paper.date().orElse(""),
                        paper.kind().word(),
                        status,
                        sides(paper.by()),
                        "",
                        paper.name(),
                        paper.lines());
            }
            for (Judgement one : dossier.assessments()) {
                add(
                        "assessment",
                        day(one.day()),
                        "",
                        one.polarity().word(),
                        one.by().name(),
                        "",
                        one.words(),
                        one.lines());
            }
            return rows;
        }

        private static String sides(List<Side> sides) {
            return String.join("; ", sides.stream().map(Side::name).toList());
        }

        private static String day(Optional<?> day) {
            return day.map(Object::toString).orElse("");
        }

        private void add(
                String layer,
                String day,
                String kind,
                String act,
                String who,
                String about,
                String words,
                List<Line> lines) {
            Row[] carriers = lines.stream()
                    .map(line -> RowFactory.create(
                            stories.get(line.story() - 1).key(),
                            line.id(),
                            line.span().start(),
                            line.span().end(),
                            line.words()))
                    .toArray(Row[]::new);
            int texts = (int) lines.stream().map(Line::group).distinct().count();
            @Nullable Object[] cells = {name, layer, day, kind, act, who, about, words, texts, carriers};
            for (int i = 2; i < 7; i++) {
                cells[i] = "".equals(cells[i]) ? null : cells[i];
            }
            rows.add(RowFactory.create(cells));
        }
    }

    /** Computes a dossier where its stories have come together; what they say is read again, by the same function. */
    static final class Merging implements Serializable {
        private static final long serialVersionUID = 1;

        private final Broadcast<Engine> engine;

        Merging(Broadcast<Engine> engine) {
            this.engine = engine;
        }

        /** Rows of {@link #ENTRY} from rows of (dossier, key, first, id, title, text, published, language, outlet, agency, place, url). */
        Iterator<Row> merge(String name, Iterator<Row> rows) {
            Mahdar mahdar = engine.value().mahdar();
            List<Taken> stories = new ArrayList<>();
            rows.forEachRemaining(
                    row -> stories.add(new Taken(row.getString(1), row.getString(2), mahdar.read(story(row)))));
            return new Negotiations(engine.value().how(), mahdar)
                    .entries(name, stories)
                    .iterator();
        }

        private static Story story(Row row) {
            return new Story(
                    row.getString(3),
                    cell(row, 4).orElse(""),
                    row.getString(5),
                    cell(row, 6).map(java.time.LocalDate::parse),
                    row.getString(7),
                    cell(row, 8),
                    cell(row, 9),
                    cell(row, 10),
                    cell(row, 11));
        }

        private static Optional<String> cell(Row row, int at) {
            return Optional.ofNullable(row.getString(at));
        }
    }
}
