package org.mahdar.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.mahdar.Mahdar;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Location;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Texts;
import org.mahdar.app.search.Level;
import org.mahdar.app.search.QueryFault;
import org.mahdar.app.search.Request;
import org.mahdar.model.Finding;
import org.mahdar.model.Statement;

/**
 * How long search by speaker and topic takes: {@code SearchLatency DATA [QUERIES]} over an archive. The queries are made of
 * what the archive holds: a speaker of some line, and a word that some line of a speaker has. Each is asked with facets and
 * answered with the words of twenty lines and the places that match, as a page needs it; first all of them to warm up, then
 * again with the clock.
 */
public final class SearchLatency {
    private SearchLatency() {}

    /** Prints the median, the 95th percentile and the longest, in milliseconds of wall time. */
    public static void main(String[] args) throws QueryFault {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        try (Archive archive = Archive.open(Location.folder(Path.of(args[0])));
                Desk desk = Desk.over(archive, Mahdar.forLanguage("ar").language())) {
            desk.indexer().follow(stories -> {});
            List<String> queries = queries(desk, count);
            for (int round = 0; round < 3; round++) {
                ask(desk, queries);
            }
            double[] times = ask(desk, queries);
            Arrays.sort(times);
            System.out.printf(
                    "%d queries over %,d lines and stories: median %.1f ms, p95 %.1f ms, longest %.1f ms%n",
                    queries.size(),
                    desk.indexSize(),
                    times[times.length / 2],
                    times[(int) (times.length * 0.95)],
                    times[times.length - 1]);
        }
    }

    private static double[] ask(Desk desk, List<String> queries) throws QueryFault {
        double[] times = new double[queries.size()];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            desk.search(new Request(queries.get(i), Level.STEM, false, Request.Order.FIT, 0, 20, true));
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return times;
    }

    private static List<String> queries(Desk desk, int count) throws QueryFault {
        Random random = new Random(1);
        List<String> out = new ArrayList<>();
        Request all = new Request("kind:statement", Level.FOLDED, false, Request.Order.DATE, 0, 2000, false);
        List<Desk.Found> lines = desk.search(all).found();
        while (out.size() < count) {
            Desk.Found found = lines.get(random.nextInt(lines.size()));
            Optional<Finding> line = found.line();
            if (line.isPresent()
                    && line.get() instanceof Statement statement
                    && statement.speaker().isPresent()) {
                String speaker =
                        found.read().minutes().actor(statement.speaker().get()).name();
                List<String> words = Arrays.stream(
                                Texts.words(found.read().minutes(), statement).split("[^\\p{L}]+"))
                        .filter(word -> word.length() > 4)
                        .toList();
                if (!words.isEmpty()) {
                    String word = words.get(random.nextInt(words.size()));
                    out.add(random.nextBoolean() ? word : "speaker:\"" + speaker + "\" " + word);
                }
            }
        }
        return out;
    }
}
