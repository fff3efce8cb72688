package org.mahdar.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import org.mahdar.pattern.Pattern;
import org.mahdar.pattern.PatternException;
import org.mahdar.pattern.PatternFile;
import org.mahdar.pattern.PatternSet;
import org.mahdar.pattern.Place;
import org.mahdar.pattern.Symbols;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * A language pack, read and checked: letters, lexicon, patterns. Immutable and shared by all threads.
 *
 * <p>A pack is a folder; its {@code pack.txt} names the language, the version and the files in the order in which they
 * are read.
 */
public final class Language {
    /** Names that the finders put on the tape; patterns use them after {@code @}. */
    private static final List<String> FINDINGS =
            List.of("@time", "@that", "@who", "@whom", "@someone", "@cue", "@party", "@event", "@paper");

    /** Lines that a pattern may have beside the usual ones. */
    private static final Set<String> SETTINGS = Set.of("as", "act", "status", "kind", "polarity", "content", "role");

    private final String tag;
    private final String version;
    private final Letters letters;
    private final Symbols symbols;
    private final Map<String, Integer> findings = new HashMap<>();
    private final Lexicon lexicon;
    private final List<Pattern> patterns;
    private final Map<String, PatternSet> byKind = new LinkedHashMap<>();

    private Language(PackSource source, List<Path> overlays) {
        Overlay overlay = new Overlay(overlays);
        String pack = source.read("pack.txt");
        String foundTag = "";
        String foundVersion = "";
        this.symbols = new Symbols();
        for (String finding : FINDINGS) {
            findings.put(finding, symbols.set(finding));
        }
        Optional<String> lettersFile = Optional.empty();
        List<String> lexiconFiles = new ArrayList<>();
        List<String> patternFiles = new ArrayList<>();
        Paradigms paradigms = new Paradigms();
        int number = 0;
        for (String line : pack.split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+", 2);
            String value = words.length == 2 ? words[1] : "";
            switch (words[0]) {
                case "language":
                    foundTag = value;
                    break;
                case "version":
                    foundVersion = value;
                    break;
                case "letters":
                    lettersFile = Optional.of(value);
                    break;
                case "paradigms":
                    paradigms.read(source.read(value));
                    break;
                case "lexicon":
                    lexiconFiles.add(value);
                    break;
                case "patterns":
                    patternFiles.add(value);
                    break;
                default:
                    throw new PatternException(
                            new Place("pack.txt", number, 1, line),
                            words[0].length(),
                            "there is no line called \"" + words[0] + "\"",
                            "Lines: language, version, letters, paradigms, lexicon, patterns.");
            }
        }
        this.tag = foundTag;
        this.version = foundVersion + overlay.mark();
        List<String> lists = lexiconFiles.stream().map(LexiconFile::listOf).toList();
        overlay.check(lists);
        // Cutting the files into cells asks nothing of other files: a second processor runs ahead with it.
        List<ForkJoinTask<Table>> tables = lexiconFiles.stream()
                .map(file -> ForkJoinPool.commonPool().submit(() -> new Table(file, source.read(file))))
                .toList();
        this.letters = lettersFile
                .map(file -> LettersFile.read(file, source.read(file)))
                .orElseGet(() -> new Letters.Builder().build());
        Lexicon.Builder builder = new Lexicon.Builder(letters);
        References references = new References();
        Map<String, Entry> decided = new HashMap<>();
        for (ForkJoinTask<Table> cut : tables) {
            Table table = cut.join();
            List<Table> over = overlay.over(LexiconFile.listOf(table.file));
            new LexiconFile(table, over, symbols, paradigms, builder, references, decided).read();
        }
        references.check(builder);
        this.lexicon = builder.build();
        PatternFile.Context context = new PatternFile.Context(symbols, SETTINGS);
        List<Pattern> all = new ArrayList<>();
        Map<String, List<Pattern>> kinds = new LinkedHashMap<>();
        for (String file : patternFiles) {
            for (Pattern pattern : context.read(file, source.read(file))) {
                all.add(pattern);
                kinds.computeIfAbsent(pattern.finds(), kind -> new ArrayList<>())
                        .add(pattern);
            }
        }
        this.patterns = List.copyOf(all);
        kinds.forEach((kind, list) -> byKind.put(kind, new PatternSet(list, symbols)));
    }

    /** Reads the pack in a folder. */
    public static Language load(Path folder) {
        return load(folder, List.of());
    }

    /**
     * Reads the pack in a folder, and a user's own lexicon folders over it.
     *
     * @param folder the pack
     * @param overlays folders of files named like those in the pack's {@code lexicon} folder, with some of their columns: a
     *     line whose key the pack has adds its words to that line and replaces the cells it fills; other lines are new.
     *     The version of the pack then ends in a mark of their contents
     * @throws PatternException where a file is faulty: the message names file, line and a way out
     * @throws java.io.UncheckedIOException where a file cannot be read
     */
    public static Language load(Path folder, List<Path> overlays) {
        return new Language(PackSource.folder(folder), overlays);
    }

    /** Reads the pack that comes with the engine; the only one so far is {@code ar}. */
    public static Language bundled(String language) {
        return bundled(language, List.of());
    }

    /** Reads the pack that comes with the engine, and a user's own lexicon folders over it; see {@link #load(Path, List)}. */
    public static Language bundled(String language, List<Path> overlays) {
        return new Language(PackSource.bundled(language), overlays);
    }

    /** BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** Version of the pack, such as {@code ar-2026.1}. */
    public String version() {
        return version;
    }

    /** How letters are compared. */
    public Letters letters() {
        return letters;
    }

    /** Words with their letters as the language compares them; anything that is no letter or digit becomes one space. */
    public String fold(String words) {
        return letters.fold(words);
    }

    /** The words. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /** All patterns, in the order of their files. */
    public List<Pattern> patterns() {
        return patterns;
    }

    /** The patterns that find one kind of thing. */
    public PatternSet patterns(String kind) {
        PatternSet set = byKind.get(kind);
        return set == null ? new PatternSet(List.of(), symbols) : set;
    }

    /** The pattern with this id. */
    public Optional<Pattern> pattern(String id) {
        return patterns.stream().filter(pattern -> pattern.id().equals(id)).findFirst();
    }

    /** The number of a name that patterns and finders share; the name must exist. */
    public int symbol(String name) {
        return symbols.number(name)
                .orElseThrow(() ->
                        new IllegalArgumentException("The language pack " + version + " has no list or tag " + name));
    }

    /** The number of the set that holds one finding's name alone. */
    public int finding(String name) {
        Integer set = findings.get(name);
        if (set == null) {
            throw new IllegalArgumentException("There is no finding " + name);
        }
        return set;
    }

    /**
     * For each symbol set of the pack, which groups of names it belongs to: bit {@code g} is set where the set has one of
     * the names of group {@code g}. Names that the pack lacks belong to no set.
     */
    public long[] masks(List<List<String>> groups) {
        if (groups.size() > Long.SIZE) {
            throw new IllegalArgumentException("At most " + Long.SIZE + " groups fit a mask, not " + groups.size());
        }
        long[] out = new long[symbols.setCount()];
        for (int group = 0; group < groups.size(); group++) {
            for (String name : groups.get(group)) {
                int symbol = symbols.number(name).orElse(-1);
                for (int set = 0; symbol >= 0 && set < out.length; set++) {
                    if (symbols.has(set, symbol)) {
                        out[set] |= 1L << group;
                    }
                }
            }
        }
        return out;
    }

    /** A tape over the text, with every term of the lexicon marked. */
    public Tape tape(Text text) {
        Tape tape = new Tape(text, letters, symbols);
        lexicon.scan(tape);
        return tape;
    }
}
