package org.mahdar.app.web;

import java.util.List;
import java.util.Optional;
import org.mahdar.Mahdar;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.view.Row;
import org.mahdar.model.Evidence;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.pattern.Pattern;

/** Finds lines by their ids, and why they were read. */
final class Lines {
    private static final int AROUND = 300;

    private final Archive archive;
    private final Languages languages;

    Lines(Archive archive, Languages languages) {
        this.archive = archive;
        this.languages = languages;
    }

    /**
     * A line of the archive.
     *
     * @param id with its revision
     * @param stored the reading it is a line of
     * @param row what it says
     * @param newest whether that reading is in force
     */
    record Line(LineId id, StoredMinutes stored, Row row, boolean newest) {
        Minutes minutes() {
            return stored.minutes();
        }

        StoryView.Card card() {
            return StoryView.card(row, minutes(), id.address(), List.of());
        }

        /** The text from a little before the line to a little behind it: what stands before, its words, what follows. */
        List<String> around() {
            String text = minutes().story().text();
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
        Optional<StoredMinutes> newest = archive.minutes().newest(id.story());
        Optional<StoredMinutes> stored = id.revision().isPresent()
                        && newest.map(StoredMinutes::revision)
                                .filter(id.revision().get()::equals)
                                .isEmpty()
                ? archive.minutes().revision(id.story(), id.revision().get())
                : newest;
        StoredMinutes found = stored.orElseThrow(() -> Problem.notFound("line " + id));
        Row row = Row.of(found.minutes()).stream()
                .filter(one -> one.id().equals(id.line()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("line " + id));
        boolean inForce =
                newest.map(StoredMinutes::no).filter(no -> no == found.no()).isPresent();
        return new Line(LineId.of(id.story(), id.line(), found.revision()), found, row, inForce);
    }

    /** Why a line was read: the story is read once more, since an archive does not keep the steps. */
    Why why(Line line) {
        Evidence evidence = line.row().evidence();
        Optional<Mahdar> mahdar = languages.reader(line.minutes().story().language());
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
