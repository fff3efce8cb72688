package org.mahdar.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Dossiers;
import org.mahdar.app.dossier.Known;
import org.mahdar.app.dossier.Reading;
import org.mahdar.app.dossier.Words;
import org.mahdar.app.search.Answer;
import org.mahdar.app.search.Index;
import org.mahdar.app.search.Marks;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.app.wire.LineKind;
import org.mahdar.language.Language;
import org.mahdar.model.Finding;

/**
 * An archive with its index, ready to be worked with. Safe for many threads. Closing it closes the index and leaves the
 * archive open.
 */
public final class Desk implements AutoCloseable {
    private final Archive archive;
    private final Index index;
    private final Words words;
    private final Known known;

    private Desk(Archive archive, Index index, Language language) {
        this.archive = archive;
        this.index = index;
        this.words = new Words(language::fold);
        this.known = new PackKnowledge(language);
    }

    /** Over an archive; the index lies in its folder. {@code language} is that of most of its stories. */
    public static Desk over(Archive archive, Language language) {
        return new Desk(archive, Index.open(archive.location().data().resolve("index")), language);
    }

    /** The archive. */
    public Archive archive() {
        return archive;
    }

    /** Minutes with corrections applied. */
    public Reads reads() {
        return new Reads(archive);
    }

    /** What readers say. */
    public Correcting correcting() {
        return new Correcting(archive);
    }

    /** Keeps the index in step. */
    public Indexer indexer() {
        return new Indexer(archive, index, words, known);
    }

    /** How many lines and stories the index holds. */
    public int indexSize() {
        return index.size();
    }

    /** What the language knows of states, bodies and people, for the names behind keys of facets. */
    public Known known() {
        return known;
    }

    /** How words are compared. */
    public Words words() {
        return words;
    }

    /**
     * Something that was found.
     *
     * @param hit as the index has it
     * @param read the story
     * @param line the line; empty where a story was sought
     * @param marks where the words of the query stand in the story's text, and how closely they agree
     */
    public record Found(Answer.Hit hit, Read read, Optional<Finding> line, List<Marks.Mark> marks) {}

    /**
     * What was found.
     *
     * @param answer the index's answer, with counts
     * @param found what it found, with its words
     */
    public record Results(Answer answer, List<Found> found) {}

    /** Searches, over what has been indexed. */
    public Results search(Request request) throws QueryFault {
        Answer answer = index.search(request);
        Map<Integer, Read> reads = new HashMap<>();
        reads().of(answer.hits().stream().map(Answer.Hit::story).toList())
                .forEach(read -> reads.put(read.info().no(), read));
        List<Found> found = new ArrayList<>();
        for (Answer.Hit hit : answer.hits()) {
            Optional<Read> read = Optional.ofNullable(reads.get(hit.story()));
            if (read.isPresent()) {
                Optional<Finding> line = line(read.get(), hit.line());
                found.add(new Found(hit, read.get(), line, marks(request, read.get(), line)));
            }
        }
        return new Results(answer, found);
    }

    /** The line with an id among those that stand. */
    public static Optional<Finding> line(Read read, String id) {
        int times = 0;
        for (Finding finding : read.minutes().findings()) {
            times += LineKind.of(finding) == LineKind.TIME ? 1 : 0;
            if (LineKind.id(finding, times).equals(id)) {
                return Optional.of(finding);
            }
        }
        return Optional.empty();
    }

    private static List<Marks.Mark> marks(Request request, Read read, Optional<Finding> line) throws QueryFault {
        String text = read.minutes().story().text();
        return Marks.of(request.query(), request.level(), text).stream()
                .filter(mark -> line.isEmpty() || line.get().spans().stream().anyMatch(mark.span()::overlaps))
                .toList();
    }

    /** The dossier that a definition asks for, over all the archive holds. */
    public Dossier dossier(Definition definition) {
        return new Dossiers(words, known).of(definition, readings(definition));
    }

    /** The stories that may belong to a dossier; which of them do, the dossier decides. */
    private List<Reading> readings(Definition definition) {
        Set<Integer> stories = new HashSet<>();
        for (String key : definition.in()) {
            archive.stories().number(key).ifPresent(stories::add);
        }
        stories.addAll(index.storiesWith(definition.parties(), definition.from(), definition.to()));
        return reads().of(stories).stream().map(Read::reading).toList();
    }

    /** Every story of a period, one after the other, for whoever looks through all of them. */
    public void each(Optional<LocalDate> from, Optional<LocalDate> to, java.util.function.Consumer<Reading> taker) {
        int after = 0;
        Definition period = new Definition(List.of(), List.of(), List.of(), from, to, Set.of(), Set.of());
        while (true) {
            List<Read> chunk = reads().after(after, 100);
            if (chunk.isEmpty()) {
                return;
            }
            for (Read read : chunk) {
                after = read.machine().no();
                if (period.covers(read.minutes().story().published())) {
                    taker.accept(read.reading());
                }
            }
        }
    }

    @Override
    public void close() {
        index.close();
    }
}
