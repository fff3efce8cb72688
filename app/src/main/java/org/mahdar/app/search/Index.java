package org.mahdar.app.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.BytesRef;

/**
 * The index of an archive, in a folder of its own. It holds no words to be shown: what it finds are numbers of stories and
 * ids of lines, which the archive knows. Safe for many threads; other processes may read it, and one at a time write it.
 *
 * <p>Fails with {@link IndexException} where the folder cannot be read or written.
 */
public final class Index implements AutoCloseable {
    /** Another number makes every index be made anew. */
    private static final String FORMAT = "3";

    private static final double MEMORY_MB = 64;

    private static final double SMALL_MB = 24;

    private static final Sort BY_DAY =
            new Sort(new SortField(Queries.DAY, SortField.Type.INT, true), SortField.FIELD_DOC);

    private final Path folder;
    private final Directory directory;
    private Optional<State> open = Optional.empty();

    private Index(Path folder, Directory directory) {
        this.folder = folder;
        this.directory = directory;
    }

    /** The index in a folder, which is made where there is none. */
    public static Index open(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Index(folder, FSDirectory.open(folder));
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    private static IndexException failure(Path folder, IOException e) {
        return new IndexException(
                "the index in " + folder + " fails: " + e.getMessage() + ". mahdar reindex makes it anew.", e);
    }

    /** Changes that become visible together. */
    public final class Change {
        private final IndexWriter writer;

        private Change(IndexWriter writer) {
            this.writer = writer;
        }

        /** Forgets everything. */
        public void clear() {
            try {
                writer.deleteAll();
            } catch (IOException e) {
                throw failure(folder, e);
            }
        }

        /** Puts these in the place of everything that is there of a story. */
        public void replace(int story, List<Doc> docs) {
            try {
                writer.updateDocuments(
                        new Term(Queries.STORY, Integer.toString(story)),
                        docs.stream().map(Index::document).toList());
            } catch (IOException e) {
                throw failure(folder, e);
            }
        }

        /** Puts in a story of which nothing is there yet, which costs less than {@link #replace}. */
        public void add(List<Doc> docs) {
            try {
                writer.addDocuments(docs.stream().map(Index::document).toList());
            } catch (IOException e) {
                throw failure(folder, e);
            }
        }

        private void flush() {
            try {
                writer.flushNextBuffer();
            } catch (IOException e) {
                throw failure(folder, e);
            }
        }

        /** Keeps what was changed so far, with how far the archive was followed. */
        public void keep(Cursor cursor) {
            // What each thread brought is written out by a thread: to keep it would write one part after the other.
            IntStream.range(0, Runtime.getRuntime().availableProcessors())
                    .parallel()
                    .forEach(part -> flush());
            try {
                writer.setLiveCommitData(Map.of(
                                "format", FORMAT,
                                "archive", cursor.archive(),
                                "minutes", Integer.toString(cursor.minutes()),
                                "correction", Integer.toString(cursor.correction()))
                        .entrySet());
                writer.commit();
            } catch (IOException e) {
                throw failure(folder, e);
            }
        }
    }

    /** Something that changes the index. */
    public interface Work {
        /** Does it. */
        void on(Change change);
    }

    /** Changes the index; false, with nothing done, where another process is changing it. */
    public boolean change(Work work) {
        IndexWriterConfig config = new IndexWriterConfig(Analysis.INDEX).setRAMBufferSizeMB(MEMORY_MB);
        config.setCommitOnClose(false);
        // Few segments: each repeats the dictionary.
        config.setMergePolicy(new TieredMergePolicy().setSegmentsPerTier(4).setFloorSegmentMB(SMALL_MB));
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            work.on(new Change(writer));
            newest();
            return true;
        } catch (LockObtainFailedException e) {
            return false;
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** How far it has followed an archive; {@link Cursor#NOTHING} where it is empty or of another make. */
    public Cursor cursor() {
        try {
            Optional<State> state = newest();
            if (state.isEmpty()) {
                return Cursor.NOTHING;
            }
            Map<String, String> data = state.get().reader().getIndexCommit().getUserData();
            if (!FORMAT.equals(data.get("format"))) {
                return Cursor.NOTHING;
            }
            return new Cursor(
                    data.getOrDefault("archive", ""),
                    Integer.parseInt(data.getOrDefault("minutes", "0")),
                    Integer.parseInt(data.getOrDefault("correction", "0")));
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** The newest state; empty where nothing was ever kept. */
    private synchronized Optional<State> newest() throws IOException {
        if (open.isPresent()) {
            Optional<DirectoryReader> newer =
                    Optional.ofNullable(DirectoryReader.openIfChanged(open.get().reader()));
            if (newer.isPresent()) {
                // Searches that are under way hold the old one until they are done.
                open.get().reader().decRef();
                open = newer.map(State::new);
            }
        } else if (DirectoryReader.indexExists(directory)) {
            open = Optional.of(new State(DirectoryReader.open(directory)));
        }
        return open;
    }

    /**
     * The state that was the newest when this process last changed the index or asked how far it is: to look in the folder
     * at every search would make searches wait for each other.
     */
    private synchronized Optional<State> borrow() throws IOException {
        Optional<State> state = open.isPresent() ? open : newest();
        if (state.isPresent()) {
            state.get().reader().incRef();
        }
        return state;
    }

    /** How many lines and stories it holds. */
    public int size() {
        try {
            return newest().map(state -> state.reader().numDocs()).orElse(0);
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** Answers a request. */
    public Answer search(Request request) throws QueryFault {
        Optional<Asked> asked = QueryParser.parse(request.query(), request.level());
        try {
            Optional<State> state = borrow();
            if (state.isEmpty()) {
                return new Answer(List.of(), 0, Map.of(), Map.of(), Map.of(), Optional.empty(), Optional.empty());
            }
            try {
                return answer(state.get(), asked, request);
            } finally {
                state.get().reader().decRef();
            }
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /** How many there are for a request in stories with a number above {@code story}. */
    public int countAfter(Request request, int story) throws QueryFault {
        Optional<Asked> asked = QueryParser.parse(request.query(), request.level());
        try {
            Optional<State> state = borrow();
            if (state.isEmpty()) {
                return 0;
            }
            try {
                Query query = new BooleanQuery.Builder()
                        .add(
                                Queries.sought(
                                        asked.map(Queries::of).orElseGet(MatchAllDocsQuery::new), request.stories()),
                                BooleanClause.Occur.FILTER)
                        .add(
                                NumericDocValuesField.newSlowRangeQuery(Queries.STORY, story + 1L, Integer.MAX_VALUE),
                                BooleanClause.Occur.FILTER)
                        .build();
                return new IndexSearcher(state.get().reader()).count(query);
            } finally {
                state.get().reader().decRef();
            }
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }

    /**
     * The stories in which at least two of these parties appear (one, where one is asked for; all stories, where none is)
     * and that were published in a period.
     */
    public Set<Integer> storiesWith(List<String> parties, Optional<LocalDate> from, Optional<LocalDate> to) {
        BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.min(2, parties.size()));
        parties.forEach(party ->
                any.add(new TermQuery(new Term(Facet.PARTY.keys(), party)), BooleanClause.Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder()
                .add(parties.isEmpty() ? new MatchAllDocsQuery() : any.build(), BooleanClause.Occur.MUST);
        from.ifPresent(day -> all.add(Queries.of(new Asked.Time(true, day)), BooleanClause.Occur.MUST));
        to.ifPresent(day -> all.add(Queries.of(new Asked.Time(false, day)), BooleanClause.Occur.MUST));
        Set<Integer> out = new TreeSet<>();
        try {
            Optional<State> state = borrow();
            if (state.isPresent()) {
                try {
                    IndexSearcher searcher = new IndexSearcher(state.get().reader());
                    int most = Math.max(1, state.get().reader().maxDoc());
                    for (ScoreDoc doc :
                            searcher.search(Queries.sought(all.build(), true), most, Sort.INDEXORDER).scoreDocs) {
                        out.add(hit(searcher, doc).story());
                    }
                } finally {
                    state.get().reader().decRef();
                }
            }
        } catch (IOException e) {
            throw failure(folder, e);
        }
        return out;
    }

    private static Answer answer(State state, Optional<Asked> asked, Request request) throws IOException, QueryFault {
        IndexSearcher searcher = new IndexSearcher(state.reader());
        Query query = Queries.sought(asked.map(Queries::of).orElseGet(MatchAllDocsQuery::new), request.stories());
        int wanted = Math.max(1, request.offset() + request.limit());
        CollectorManager<?, ? extends TopDocs> first = request.order() == Request.Order.DATE
                ? new TopFieldCollectorManager(BY_DAY, wanted, 1)
                : new TopScoreDocCollectorManager(wanted, 1);
        TopDocs top;
        Counter counter = new Counter(Map.of());
        int total;
        if (request.facets()) {
            Object[] both = searcher.search(query, new MultiCollectorManager(first, Counter.manager(state.values())));
            top = (TopDocs) both[0];
            counter = (Counter) both[1];
            total = counter.total();
        } else {
            top = searcher.search(query, first);
            total = searcher.count(query);
        }
        List<Answer.Hit> hits = new ArrayList<>();
        for (int i = request.offset(); i < Math.min(top.scoreDocs.length, wanted); i++) {
            hits.add(hit(searcher, top.scoreDocs[i]));
        }
        return new Answer(
                hits.subList(0, Math.min(hits.size(), request.limit())),
                total,
                counter.facets(),
                counter.days(),
                total == 0 ? looser(searcher, request) : Map.of(),
                day(searcher, true),
                day(searcher, false));
    }

    private static Map<Level, Integer> looser(IndexSearcher searcher, Request request) throws IOException, QueryFault {
        Map<Level, Integer> out = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            if (level.compareTo(request.level()) > 0) {
                Optional<Asked> asked = QueryParser.parse(request.query(), level);
                if (asked.isPresent()) {
                    out.put(level, searcher.count(Queries.sought(Queries.of(asked.get()), request.stories())));
                }
            }
        }
        return out;
    }

    private static Optional<LocalDate> day(IndexSearcher searcher, boolean first) throws IOException {
        byte[] packed = first
                ? PointValues.getMinPackedValue(searcher.getIndexReader(), Queries.DAY)
                : PointValues.getMaxPackedValue(searcher.getIndexReader(), Queries.DAY);
        return Optional.ofNullable(packed).map(bytes -> Queries.day(IntPoint.decodeDimension(bytes, 0)));
    }

    private static Answer.Hit hit(IndexSearcher searcher, ScoreDoc doc) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc.doc, leaves));
        int local = doc.doc - leaf.docBase;
        NumericDocValues story = DocValues.getNumeric(leaf.reader(), Queries.STORY);
        story.advanceExact(local);
        SortedDocValues line = DocValues.getSorted(leaf.reader(), Queries.LINE);
        String id = line.advanceExact(local) ? line.lookupOrd(line.ordValue()).utf8ToString() : "";
        NumericDocValues day = DocValues.getNumeric(leaf.reader(), Queries.DAY);
        Optional<LocalDate> published =
                day.advanceExact(local) ? Optional.of(Queries.day(day.longValue())) : Optional.empty();
        return new Answer.Hit(
                Math.toIntExact(story.longValue()), id, published, Float.isNaN(doc.score) ? 0 : doc.score);
    }

    private static Document document(Doc doc) {
        Document out = new Document();
        boolean whole = doc.line().isEmpty();
        out.add(new StringField(Queries.TYPE, whole ? Queries.A_STORY : Queries.A_LINE, Field.Store.NO));
        out.add(new StringField(Queries.STORY, Integer.toString(doc.story()), Field.Store.NO));
        out.add(new NumericDocValuesField(Queries.STORY, doc.story()));
        if (!whole) {
            out.add(new SortedDocValuesField(Queries.LINE, new BytesRef(doc.line())));
        }
        doc.day().ifPresent(day -> {
            int epochDay = Math.toIntExact(day.toEpochDay());
            out.add(new IntPoint(Queries.DAY, epochDay));
            out.add(new NumericDocValuesField(Queries.DAY, epochDay));
        });
        out.add(new TextField(Analysis.TEXT, doc.text(), Field.Store.NO));
        new LinkedHashMap<>(doc.values())
                .forEach((facet, values) -> values.forEach(value -> {
                    if (value.counted()) {
                        out.add(new SortedSetDocValuesField(facet.keys(), new BytesRef(value.key())));
                    }
                    out.add(new StringField(facet.keys(), value.key(), Field.Store.NO));
                    value.names().forEach(name -> out.add(new TextField(facet.words(), name, Field.Store.NO)));
                }));
        return out;
    }

    @Override
    public void close() {
        try {
            synchronized (this) {
                if (open.isPresent()) {
                    open.get().reader().decRef();
                    open = Optional.empty();
                }
            }
            directory.close();
        } catch (IOException e) {
            throw failure(folder, e);
        }
    }
}
