package org.mahdar.app.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The line in which a story says whose it is, taken apart: the agency whose text it is, the outlet, the place, the people.
 *
 * @param agency the agency, by its one name in English
 * @param outlet the first outlet that is named
 * @param place the first place that is named
 * @param names the rest, parted by commas: people, as far as one can tell
 */
record Credits(Optional<String> agency, Optional<String> outlet, Optional<String> place, Optional<String> names) {
    static final Credits NONE = new Credits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Marks that part a credit; a dash or a drawn-out line only where it does not join the letters of a word. */
    private static final Pattern MARKS = Pattern.compile(
            "[:\u060C,/|()\u00AB\u00BB\"\u201C\u201D\\[\\]]|[-\u2013\u2014\u2010]|\\s\u0640+\\s?|\u0640+\\s");

    /** A dateline is no longer, in UTF-16 code units. */
    private static final int DATELINE = 60;

    /** What a credit says. */
    static Credits of(String credit, Facts facts) {
        Optional<String> agency = Optional.empty();
        Optional<String> outlet = Optional.empty();
        Optional<String> place = Optional.empty();
        List<String> names = new ArrayList<>();
        for (String piece : pieces(credit, facts)) {
            Optional<String> found = facts.agency(piece);
            if (found.isPresent()) {
                agency = agency.or(() -> found);
            } else if (facts.isOutlet(piece)) {
                outlet = outlet.or(() -> Optional.of(piece));
            } else if (facts.isPlace(piece)) {
                place = place.or(() -> Optional.of(piece));
            } else if (!facts.isLabel(piece)) {
                names.add(piece);
            }
        }
        return new Credits(
                agency, outlet, place, names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names)));
    }

    /** What the beginning of a text says of agency and place, where it is a dateline. */
    static Credits ofDateline(String body, Facts facts) {
        String line = StoryMaker.strip(body).lines().findFirst().orElse("");
        int end = -1;
        for (int i = 0; i < Math.min(line.length(), DATELINE); i++) {
            char c = line.charAt(i);
            boolean closes = c == ':' || (c == ')' && line.charAt(0) == '(');
            boolean dash = (c == '-' || c == '\u2013' || c == '\u2014') && i > 0;
            if (closes || dash) {
                end = i;
            }
            if (closes) {
                break;
            }
        }
        // Some papers put the whole dateline on a line of its own.
        if (end < 0 && line.length() <= DATELINE && body.indexOf('\n') > 0) {
            end = line.length();
        }
        if (end <= 0) {
            return NONE;
        }
        Credits found = of(line.substring(0, end), facts);
        return new Credits(found.agency(), Optional.empty(), found.place(), Optional.empty());
    }

    private static List<String> pieces(String credit, Facts facts) {
        List<String> out = new ArrayList<>();
        for (String piece : MARKS.split(credit.replace("&nbsp;", " "))) {
            String words = withoutFrom(StoryMaker.strip(piece), facts);
            int from = lastFrom(words, facts);
            if (from > 0) {
                out.add(StoryMaker.strip(words.substring(0, from)));
                out.add(StoryMaker.strip(words.substring(words.indexOf(' ', from + 1))));
            } else if (!words.isEmpty()) {
                out.add(words);
            }
        }
        out.removeIf(String::isEmpty);
        return out;
    }

    /** "From somewhere" alone. */
    private static String withoutFrom(String words, Facts facts) {
        int gap = words.indexOf(' ');
        return gap > 0 && facts.isFrom(words.substring(0, gap)) && facts.isPlace(words.substring(gap + 1))
                ? words.substring(gap + 1)
                : words;
    }

    /** Where the blank before "from" stands, if a place follows: "somebody from somewhere"; -1 where there is none. */
    private static int lastFrom(String words, Facts facts) {
        for (int gap = words.indexOf(' '); gap > 0; gap = words.indexOf(' ', gap + 1)) {
            int next = words.indexOf(' ', gap + 1);
            if (next > 0 && facts.isFrom(words.substring(gap + 1, next)) && facts.isPlace(words.substring(next + 1))) {
                return gap;
            }
        }
        return -1;
    }
}
