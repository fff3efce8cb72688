package org.mahdar.app.web;

import java.util.List;
import java.util.Optional;
import org.mahdar.Mahdar;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.desk.Read;
import org.mahdar.app.view.Row;
import org.mahdar.correct.Corrected;
import org.mahdar.correct.Fields;
import org.mahdar.model.Correction;
import org.mahdar.model.Evidence;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.pattern.Pattern;

/** Finds lines by their ids, what readers said of them, and why they were read. */
final class Lines {
    private static final int AROUND = 300;

    private final Site site;

    Lines(Site site) {
        this.site = site;
    }

    /**
     * A line of the archive.
     *
     * @param id with its revision
     * @param stored the reading it is a line of
     * @param minutes of which it is a line: as they stand, or of an earlier reading, or as the machine reads them where
     *     readers rejected the line
     * @param row what it says
     * @param state what readers say of it, as in {@link StoryView.Card}
     * @param newest whether that reading is in force
     * @param history what became of the corrections of the line, the oldest first
     * @param tag of its state: another after every correction of its story
     */
    record Line(
            LineId id,
            StoredMinutes stored,
            Minutes minutes,
            Row row,
            String state,
            boolean newest,
            List<Corrected.Outcome> history,
            String tag) {
        StoryInfo info() {
            return stored.info();
        }

        StoryView.Card card() {
            return StoryView.card(row, minutes, id.address(), state, last().isPresent(), List.of());
        }

        String text() {
            return minutes.story().text();
        }

        String words() {
            return String.join(" \u2026 ", card().words());
        }

        /** The last correction that can be taken back: one that rejected the line or changed it. */
        Optional<Correction> last() {
            return undoable(history);
        }

        /** The text from a little before the line to a little behind it: what stands before, its words, what follows. */
        List<String> around() {
            String text = text();
            Span extent = row.extent();
            int from = Math.max(text.lastIndexOf('\n', extent.start()) + 1, extent.start() - AROUND);
            int end = text.indexOf('\n', extent.end());
            int to = Math.min(end < 0 ? text.length() : end, extent.end() + AROUND);
            return List.of(text.substring(from, extent.start()), extent.of(text), text.substring(extent.end(), to));
        }
    }

    /**
     * Why a line was read.
     *
     * @param pattern its id
     * @param where file and line of the language pack; empty where the pack of today does not have it
     * @param when what the pattern asks for; empty too
     * @param steps the words under each step; none where the story would be read otherwise today
     */
    record Why(String pattern, String where, String when, List<Step> steps) {}

    /** The words under one step of a pattern. */
    record Step(String name, String words, Span span) {}

    /** The line with an id; fails where there is none. */
    Line find(LineId id) {
        Read read = site.read(id.story()).orElseThrow(() -> Problem.notFound("line " + id));
        int inForce = read.machine().revision();
        int revision = id.revision().orElse(inForce);
        LineId full = LineId.of(id.story(), id.line(), revision);
        if (revision != inForce) {
            StoredMinutes old = site.archive()
                    .minutes()
                    .revision(id.story(), revision)
                    .orElseThrow(() -> Problem.notFound("line " + id));
            Row row = row(old.minutes(), id.line()).orElseThrow(() -> Problem.notFound("line " + id));
            return new Line(full, old, old.minutes(), row, "machine", false, List.of(), "");
        }
        String tag = tag(read);
        List<Corrected.Outcome> history = history(read, id.line());
        Optional<Row> stands = row(read.minutes(), id.line());
        if (stands.isPresent()) {
            String state = Optional.ofNullable(read.corrected().states().get(id.line()))
                    .map(Corrected.State::word)
                    .orElse("machine");
            return new Line(full, read.machine(), read.minutes(), stands.get(), state, true, history, tag);
        }
        Minutes machine = read.machine().minutes();
        Row row = row(machine, id.line()).orElseThrow(() -> Problem.notFound("line " + id));
        return new Line(full, read.machine(), machine, row, "rejected", true, history, tag);
    }

    private static Optional<Row> row(Minutes minutes, String line) {
        return Row.of(minutes).stream().filter(one -> one.id().equals(line)).findFirst();
    }

    /** Of the state of a story's lines: another after every reading and every correction. */
    static String tag(Read read) {
        return "\"" + read.info().no() + "@" + read.machine().revision() + "."
                + read.corrected().outcomes().size() + "\"";
    }

    private static List<Corrected.Outcome> history(Read read, String line) {
        return read.corrected().outcomes().stream()
                .filter(outcome -> outcome.line().equals(line))
                .toList();
    }

    /** The last thing that was said of a line, where it can be taken back. */
    static Optional<Correction> undoable(Read read, String line) {
        return undoable(history(read, line));
    }

    private static Optional<Correction> undoable(List<Corrected.Outcome> history) {
        return history.stream()
                .filter(outcome -> outcome.fate() != Corrected.Fate.SUPERSEDED)
                .map(Corrected.Outcome::correction)
                .reduce((a, b) -> b)
                .filter(correction -> correction.verdict() == Correction.Verdict.REJECT
                        || (correction.verdict() == Correction.Verdict.REPLACE
                                && !correction.why().equals(Correct.UNDO)));
    }

    /** The lines of a story that readers rejected. */
    static List<Row> rejected(Read read) {
        return Row.of(read.machine().minutes()).stream()
                .filter(row -> read.corrected().rejected().stream()
                        .anyMatch(finding -> finding.span().equals(row.finding().span())
                                && Fields.target(finding).equals(Fields.target(row.finding()))))
                .toList();
    }

    /** Why a line was read: the story is read once more, since an archive does not keep the steps. */
    Why why(Line line) {
        Evidence evidence = line.row().evidence();
        Optional<Mahdar> mahdar = site.languages().reader(line.minutes().story().language());
        Optional<Pattern> pattern = mahdar.flatMap(reader -> reader.language().pattern(evidence.pattern()));
        List<Step> steps = mahdar.map(reader -> steps(reader.read(line.minutes().story()), line.row()))
                .orElse(List.of());
        return new Why(
                evidence.pattern(),
                pattern.map(found -> found.place().where()).orElse(""),
                pattern.map(found -> found.when().strip().replaceAll("\\s+", " "))
                        .orElse(""),
                steps);
    }

    private static List<Step> steps(Minutes again, Row row) {
        String text = again.story().text();
        return Row.of(again).stream()
                .filter(other -> other.layer() == row.layer()
                        && other.finding().span().equals(row.finding().span())
                        && other.evidence().pattern().equals(row.evidence().pattern()))
                .findFirst()
                .map(found -> found.evidence().steps().stream()
                        .map(step -> new Step(step.name(), step.span().of(text), step.span()))
                        .toList())
                .orElse(List.of());
    }
}
