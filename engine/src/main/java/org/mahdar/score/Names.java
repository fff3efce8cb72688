package org.mahdar.score;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** When two English names mean the same actor: spelled alike, known aliases, or half of the shorter one's words. */
final class Names {
    private static final Set<String> EMPTY_WORDS = Set.of("the", "al", "el", "government", "of");

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("us", "united states"),
            Map.entry("usa", "united states"),
            Map.entry("america", "united states"),
            Map.entry("washington", "united states"),
            // The protocol's own table, whole: entries that hold "of" can never match, since "of" has gone by then.
            Map.entry("united states of america", "united states"),
            Map.entry("us government", "united states"),
            Map.entry("moscow", "russia"),
            Map.entry("russian federation", "russia"),
            Map.entry("tehran", "iran"),
            Map.entry("islamic republic of iran", "iran"),
            Map.entry("eu", "european union"),
            Map.entry("un", "united nations"),
            Map.entry("uk", "united kingdom"),
            Map.entry("britain", "united kingdom"),
            Map.entry("great britain", "united kingdom"),
            Map.entry("kingdom of saudi arabia", "saudi arabia"),
            Map.entry("ksa", "saudi arabia"),
            Map.entry("riyadh", "saudi arabia"),
            Map.entry("gulf cooperation council", "gcc"),
            Map.entry("gulf states", "gcc"),
            Map.entry("gulf countries", "gcc"),
            Map.entry("north atlantic treaty organization", "nato"),
            Map.entry("uae", "united arab emirates"),
            Map.entry("emirates", "united arab emirates"),
            Map.entry("houthi movement", "houthis"),
            Map.entry("houthi", "houthis"),
            Map.entry("ansar allah", "houthis"),
            Map.entry("league of arab states", "arab league"),
            Map.entry("syrian arab republic", "syria"),
            Map.entry("palestinian authority", "palestine"),
            Map.entry("state of palestine", "palestine"),
            Map.entry("group 5+1", "p5+1"),
            Map.entry("republic of turkey", "turkey"),
            Map.entry("t\u00fcrkiye", "turkey"),
            Map.entry("turkiye", "turkey"),
            Map.entry("isis", "islamic state"),
            Map.entry("daesh", "islamic state"),
            Map.entry("isil", "islamic state"));

    private Names() {}

    /** Whether both names mean the same actor. */
    static boolean close(String a, String b) {
        String left = canonical(a);
        String right = canonical(b);
        if (left.equals(right)) {
            return true;
        }
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        Set<String> leftWords = new HashSet<>(List.of(left.split(" ")));
        Set<String> rightWords = new HashSet<>(List.of(right.split(" ")));
        int least = Math.min(leftWords.size(), rightWords.size());
        leftWords.retainAll(rightWords);
        return !leftWords.isEmpty() && 2 * leftWords.size() >= least;
    }

    /** Lower case, letters, digits and plus signs only, without empty words, aliases resolved. */
    static String canonical(String name) {
        StringJoiner words = new StringJoiner(" ");
        StringBuilder group = new StringBuilder();
        StringBuilder word = new StringBuilder();
        String lower = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i <= lower.length(); ) {
            int c = i < lower.length() ? lower.codePointAt(i) : ' ';
            i += Character.charCount(c);
            if (isWordPart(c)) {
                word.appendCodePoint(c);
                continue;
            }
            group.append(EMPTY_WORDS.contains(word.toString()) ? " " : word);
            word.setLength(0);
            // A plus sign parts words but stays where it is, as in "p5+1".
            group.append(c == '+' ? '+' : ' ');
        }
        for (String piece : group.toString().split(" ")) {
            if (!piece.isEmpty()) {
                words.add(piece);
            }
        }
        String plain = words.toString();
        return ALIASES.getOrDefault(plain, plain);
    }

    private static boolean isWordPart(int c) {
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER -> true;
            default -> c == '_';
        };
    }
}
