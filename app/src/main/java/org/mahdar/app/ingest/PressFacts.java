package org.mahdar.app.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.Mahdar;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;

/** Facts from a language pack: its agencies and cities, its reader of times, and its file {@code press.tsv}. */
public final class PressFacts implements Facts {
    /** A block of more words is a paragraph, whatever it begins with. */
    private static final int SHORT = 16;

    /** A button has no more words. */
    private static final int BUTTON = 6;

    private static final String SENTENCE_ENDS = ".!?\u061F\u2026\"\u00BB\u201D";

    private final Mahdar mahdar;
    private final Language language;
    private final Map<String, String> agencies = new HashMap<>();
    private final Set<String> outlets = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final Map<String, Set<String>> press = new HashMap<>();

    /** The facts of a language. */
    public PressFacts(Mahdar mahdar) {
        this.mahdar = mahdar;
        this.language = mahdar.language();
        for (Term term : language.lexicon().terms("bodies")) {
            String type = term.entry().value("type").orElse("");
            if (type.equals("news-agency")) {
                agencies.put(fold(term.words()), term.entry().value("en").orElse(term.words()));
            } else if (type.equals("media")) {
                outlets.add(fold(term.words()));
            }
        }
        for (String list : List.of("cities", "states")) {
            language.lexicon().terms(list).stream()
                    .filter(term -> term.role().isEmpty() || term.role().equals("doubtful"))
                    .forEach(term -> places.add(fold(term.words())));
        }
        readPress("/languages/" + language.tag() + "/press.tsv");
    }

    private void readPress(String file) {
        try (InputStream in = PressFacts.class.getResourceAsStream(file)) {
            if (in == null) {
                return;
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] cells = line.split("\t");
                if (!line.startsWith("#") && cells.length == 2) {
                    Set<String> words = press.computeIfAbsent(cells[0], kind -> new HashSet<>());
                    for (String term : cells[1].split("\\|")) {
                        words.add(fold(term));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + " from the jar: " + e.getMessage(), e);
        }
    }

    private String fold(String words) {
        return language.fold(words);
    }

    private boolean is(String kind, String words) {
        return press.getOrDefault(kind, Set.of()).contains(fold(words));
    }

    @Override
    public Optional<LocalDate> day(String written) {
        if (written.length() > 200) {
            return Optional.empty();
        }
        return mahdar.read(Story.of("day", "", written, Optional.empty())).times().stream()
                .filter(time -> time.type() == TimeExpression.Type.DATE || time.type() == TimeExpression.Type.TIME)
                .map(TimeExpression::value)
                .filter(value -> value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*"))
                .findFirst()
                .flatMap(PressFacts::parse);
    }

    private static Optional<LocalDate> parse(String value) {
        try {
            return Optional.of(LocalDate.parse(value.substring(0, 10)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> agency(String words) {
        return Optional.ofNullable(agencies.get(fold(words)));
    }

    @Override
    public boolean isOutlet(String words) {
        return outlets.contains(fold(words));
    }

    @Override
    public boolean isPlace(String words) {
        return places.contains(fold(words));
    }

    @Override
    public boolean isLabel(String words) {
        return is("label", words);
    }

    @Override
    public boolean isFrom(String word) {
        return is("from", word);
    }

    @Override
    public boolean isFurniture(String block) {
        String folded = fold(block);
        if (folded.isEmpty()) {
            return true;
        }
        String[] words = folded.split(" ");
        return words.length <= SHORT
                && (begins("begins", words)
                        || (words.length <= BUTTON && !isSentence(block) && begins("button", words))
                        || madeOf(words));
    }

    private static boolean isSentence(String block) {
        String text = block.strip();
        return !text.isEmpty() && SENTENCE_ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private boolean begins(String kind, String[] words) {
        Set<String> known = press.getOrDefault(kind, Set.of());
        StringBuilder begin = new StringBuilder();
        for (int i = 0; i < Math.min(words.length, 4); i++) {
            begin.append(i == 0 ? "" : " ").append(words[i]);
            if (known.contains(begin.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing is left where known words of up to three are taken away from the front again and again. */
    private boolean madeOf(String[] words) {
        Set<String> known = press.getOrDefault("alone", Set.of());
        int at = 0;
        while (at < words.length) {
            int taken = 0;
            StringBuilder run = new StringBuilder();
            for (int i = at; i < Math.min(words.length, at + 3); i++) {
                run.append(i == at ? "" : " ").append(words[i]);
                taken = known.contains(run.toString()) ? i - at + 1 : taken;
            }
            if (taken == 0) {
                return false;
            }
            at += taken;
        }
        return true;
    }

    @Override
    public boolean isHeadingOfOthers(String block) {
        return is("heading", block);
    }
}
