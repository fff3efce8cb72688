package org.mahdar.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.mahdar.Mahdar;
import org.mahdar.model.Story;

/**
 * One program over the stories, in a process of its own. Those under the GPL are asked by reflection alone, as black boxes:
 * nothing here is compiled against them, and they are on the class path of this process only.
 *
 * <pre>Peer NAME STORIES SECONDS FILE|FOLDER…</pre>
 *
 * Prints one line: name, stories and bytes of UTF-8 of a second of CPU time of the one thread, and the most memory that the
 * process held, in MB, all parted by tabs.
 */
public final class Peer {
    private static final double NANOS = 1e9;
    private static final double MEGA = 1e6;

    private Peer() {}

    /** Does something with a story and throws away what comes of it. */
    private interface Work {
        long on(Story story) throws Exception;
    }

    /** Runs one of them. */
    public static void main(String[] args) throws Exception {
        String name = args[0];
        double seconds = Double.parseDouble(args[2]);
        List<String> files = new ArrayList<>();
        for (String arg : List.of(args).subList(3, args.length)) {
            files.addAll(Floor.expand(Path.of(arg)));
        }
        List<Story> stories = Floor.stories(files, Integer.parseInt(args[1]));
        Work work = work(name);
        // Warm-up: as long as half the measurement, and one story at least.
        run(work, stories, seconds / 2);
        long[] done = run(work, stories, seconds);
        double spent = done[2] / NANOS;
        System.out.printf("%s\t%.2f\t%.3f\t%d\t%d%n", name, done[0] / spent, done[1] / MEGA / spent, peak(), done[0]);
    }

    /** How many stories, how many bytes, and in how many nanoseconds of CPU time; ends between two stories. */
    private static long[] run(Work work, List<Story> stories, double seconds) throws Exception {
        long stop = (long) (seconds * NANOS);
        long begin = cpu();
        long count = 0;
        long bytes = 0;
        long sum = 0;
        while (cpu() - begin < stop) {
            Story story = stories.get((int) (count % stories.size()));
            sum += work.on(story);
            count++;
            bytes += story.text().getBytes(StandardCharsets.UTF_8).length;
        }
        if (sum < 0) {
            throw new IllegalStateException("nothing was done");
        }
        return new long[] {count, bytes, cpu() - begin};
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** The most memory the process has held, in MB; 0 where the system does not tell. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static Work work(String name) throws Exception {
        return switch (name) {
            case "floor" -> {
                ArabicAnalyzer analyzer = new ArabicAnalyzer();
                yield story -> Floor.tokenise(analyzer, List.of(story));
            }
            case "mahdar" -> {
                Mahdar mahdar = Mahdar.forLanguage("ar");
                yield story -> mahdar.read(story).findings().size();
            }
            case "heideltime" -> heidelTime();
            case "corenlp-words" -> coreNlp("tokenize,ssplit");
            case "corenlp-tags" -> coreNlp("tokenize,ssplit,pos");
            default -> throw new IllegalArgumentException("there is no peer " + name);
        };
    }

    /** Arabic news, TimeML out, words cut by its own tokenizer: nothing beside it has to be installed. */
    private static Work heidelTime() throws Exception {
        String home = "de.unihd.dbs.heideltime.standalone.";
        Class<?> type = Class.forName(home + "HeidelTimeStandalone");
        Class<?> language = Class.forName("de.unihd.dbs.uima.annotator.heideltime.resources.Language");
        Class<?> document = Class.forName(home + "DocumentType");
        Class<?> output = Class.forName(home + "OutputType");
        Class<?> tagger = Class.forName(home + "POSTagger");
        Path settings = Files.createTempFile("heideltime", ".props");
        Files.writeString(settings, HEIDELTIME_SETTINGS);
        Object tool = type.getConstructor(language, document, output, String.class, tagger, Boolean.class)
                .newInstance(
                        constant(language, "ARABIC"),
                        constant(document, "NEWS"),
                        constant(output, "TIMEML"),
                        settings.toString(),
                        constant(tagger, "NO"),
                        false);
        Method process = type.getMethod("process", String.class, java.util.Date.class);
        return story -> call(
                        process,
                        tool,
                        story.text(),
                        Date.valueOf(story.published().orElse(LocalDate.of(2015, 7, 21))))
                .toString()
                .length();
    }

    private static final String HEIDELTIME_SETTINGS = """
            considerDate = true
            considerDuration = true
            considerSet = true
            considerTime = true
            considerTemponym = false
            uimaVarDate = Date
            uimaVarDuration = Duration
            uimaVarLanguage = Language
            uimaVarSet = Set
            uimaVarTime = Time
            uimaVarTemponym = Temponym
            uimaVarTypeToProcess = Type
            uimaVarConvertDurations = ConvertDurations
            typeSystemHome = desc/type/HeidelTime_TypeSystem.xml
            typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml
            """;

    private static Object constant(Class<?> type, String name) throws ReflectiveOperationException {
        return type.getField(name).get(type);
    }

    private static Work coreNlp(String annotators) throws Exception {
        Class<?> type = Class.forName("edu.stanford.nlp.pipeline.StanfordCoreNLP");
        Properties properties = new Properties();
        try (var in = Peer.class.getResourceAsStream("/StanfordCoreNLP-arabic.properties")) {
            if (in == null) {
                throw new IOException("CoreNLP's models for Arabic are not on the class path");
            }
            properties.load(in);
        }
        properties.setProperty("annotators", annotators);
        properties.setProperty("threads", "1");
        Object tool = type.getConstructor(Properties.class).newInstance(properties);
        Method process = type.getMethod("process", String.class);
        return story -> call(process, tool, story.text()).toString().length();
    }

    private static Object call(Method method, Object on, Object... with) throws Exception {
        try {
            return method.invoke(on, with);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("the peer failed: " + e.getCause(), e);
        }
    }
}
