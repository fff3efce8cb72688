package org.mahdar.pattern;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pattern of a language pack: what it finds, how, and the examples that show it.
 *
 * @param id unique in the pack; the evidence of every line it reads
 * @param finds what it finds: {@code time}, {@code statement}, …
 * @param place where it stands
 * @param when the expression as written, for {@code why}
 * @param within how many tokens a match may take
 * @param settings its other lines, such as {@code as} and {@code act}, by key
 * @param examples sentences that it must match or leave alone, at least one of each
 * @param program the compiled expression
 */
public record Pattern(
        String id,
        String finds,
        Place place,
        String when,
        int within,
        Map<String, String> settings,
        List<Example> examples,
        Program program) {
    /** Copies the collections. */
    public Pattern {
        settings = Map.copyOf(settings);
        examples = List.copyOf(examples);
    }

    /** A line of the pattern beyond the usual ones. */
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** The labels that the expression gives to its parts. */
    public List<String> labels() {
        return program.labels();
    }

    /**
     * A sentence beside what the pattern must read from it.
     *
     * @param place where it stands
     * @param sentence the text, read as a story of its own
     * @param matches whether the pattern must match ({@code yes}) or must not ({@code not})
     * @param expected the lines below a {@code yes}: the name of a part, and its words, in order
     */
    public record Example(Place place, String sentence, boolean matches, List<Part> expected) {
        /** Copies the parts. */
        public Example {
            expected = List.copyOf(expected);
        }
    }

    /**
     * One expected part of an example.
     *
     * @param name which part
     * @param words its words or value
     */
    public record Part(String name, String words) {}
}
