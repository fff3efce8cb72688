package org.mahdar.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.dossier.Definition;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Dossiers;
import org.mahdar.app.dossier.Known;
import org.mahdar.app.dossier.Reading;
import org.mahdar.app.dossier.Suggestion;
import org.mahdar.app.dossier.Suggestions;
import org.mahdar.app.dossier.Words;
import org.mahdar.app.search.Answer;
import org.mahdar.app.search.Index;
import org.mahdar.app.search.Level;
import org.mahdar.app.search.Marks;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.app.wire.LineKind;
import org.mahdar.language.Language;
import org.mahdar.model.Actor;
import org.mahdar.model.Finding;
import org.mahdar.model.Span;

/**
 * An archive with its index, ready to be worked with. Safe for many threads. Closing it closes the index and leaves the
 * archive open.
 */
public final class Desk implements AutoCloseable {
    private static final int NEAR = 100;

    /** What keys of actors without a lasting id begin with. */
    private static final String NAMELESS = "~";

    /** So many written names are remembered. */
    private static final int MOST_WRITTEN = 10_000;

    private final Archive archive;
    private final Index index;
    private final Words words;
    private final Known known;
    private final Map<String, Optional<String>> written = new ConcurrentHashMap<>();

    private Desk(Archive archive, Index index, Supplier<Language> language) {
        this.archive = archive;
        this.index = index;
        this.words = new Words(text -> language.get().fold(text));
        this.known = new LateKnowledge(language);
    }

    /** Over an archive; the index lies in its folder. {@code language} is that of most of its stories. */
    public static Desk over(Archive archive, Language language) {
        return over(archive, () -> language);
    }

    /**
     * The same with a language that is asked for when it is needed first, from any thread: most of what a desk does needs
     * none, and to load one takes longer than to open an archive.
     */
    public static Desk over(Archive archive, Supplier<Language> language) {
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

    /**
     * What the language knows of states, bodies and people, for the names behind keys of facets; of those that it does not
     * know, the name as a story writes it.
     */
    public Known known() {
        return new Known() {
            @Override
            public Optional<String> stateOf(String id) {
                return known.stateOf(id);
            }

            @Override
            public Optional<String> name(String id) {
                return known.name(id).or(() -> id.startsWith(NAMELESS) ? written(id) : Optional.empty());
            }

            @Override
            public Optional<String> english(String id) {
                return known.english(id);
            }
        };
    }

    /** How a story writes the name that such a key is the folded form of. */
    private Optional<String> written(String key) {
        if (written.size() > MOST_WRITTEN) {
            written.clear();
        }
        return written.computeIfAbsent(key, this::lookUp);
    }

    private Optional<String> lookUp(String key) {
        String quoted = "\"" + key.replace('"', ' ') + "\"";
        Request request = new Request(
                "speaker:" + quoted + " OR party:" + quoted, Level.FOLDED, false, Request.Order.FIT, 0, 1, false);
        try {
            return search(request).found().stream()
                    .flatMap(found -> found.read().minutes().actors().stream())
                    .map(Actor::name)
                    .filter(name -> key.equals(NAMELESS + words.line(name)))
                    .findFirst();
        } catch (QueryFault e) {
            // A key of letters that mean something in queries: it is shown as it is.
            return Optional.empty();
        }
    }

    /** How words are compared. */
    public Words words() {
        return words;
    }

    /**
     * Something that was found.
     *
     * @param hit as the index has it
     * @param read the story with this line; more of its lines need not be there
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
        Map<Integer, Set<String>> wanted = new HashMap<>();
        answer.hits()
                .forEach(hit -> wanted.computeIfAbsent(hit.story(), no -> new HashSet<>())
                        .add(hit.line()));
        Map<Integer, Read> reads = new HashMap<>();
        reads().lines(wanted).forEach(read -> reads.put(read.info().no(), read));
        Marks marks = Marks.of(request.query(), request.level());
        List<Found> found = new ArrayList<>();
        for (Answer.Hit hit : answer.hits()) {
            Optional<Read> read = Optional.ofNullable(reads.get(hit.story()));
            if (read.isPresent()) {
                Optional<Finding> line = line(read.get(), hit.line());
                found.add(new Found(hit, read.get(), line, marks(marks, read.get(), line)));
            }
        }
        return new Results(answer, found);
    }

    /** How many there are for a request in stories that came after the one of that number. */
    public int countAfter(Request request, int story) throws QueryFault {
        return index.countAfter(request, story);
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

    private static List<Marks.Mark> marks(Marks marks, Read read, Optional<Finding> line) {
        String text = read.minutes().story().text();
        List<Span> spans = line.map(Finding::spans).orElse(List.of(new Span(0, text.length())));
        List<Marks.Mark> out = new ArrayList<>();
        for (Span part : stretches(spans)) {
            marks.in(text, part).stream()
                    .filter(mark -> spans.stream().anyMatch(mark.span()::overlaps))
                    .forEach(out::add);
        }
        return out;
    }

    /** Spans in order, those that stand near each other as one: a phrase may begin in one and end in the next. */
    private static List<Span> stretches(List<Span> spans) {
        List<Span> out = new ArrayList<>();
        for (Span span : spans.stream().sorted().toList()) {
            int last = out.size() - 1;
            if (last >= 0 && span.start() <= out.get(last).end() + NEAR) {
                out.set(
                        last,
                        new Span(out.get(last).start(), Math.max(out.get(last).end(), span.end())));
            } else {
                out.add(span);
            }
        }
        return out;
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

    /** The negotiations that the archive seems to tell of, the weightiest first. */
    public List<Suggestion> suggest(int most, Optional<LocalDate> from, Optional<LocalDate> to) {
        Suggestions suggestions = new Suggestions(words, known);
        each(from, to, suggestions::add);
        return suggestions.list(most);
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
