package org.mahdar.language;

import java.util.ArrayList;
import java.util.List;
import org.mahdar.pattern.PatternException;
import org.mahdar.pattern.Place;
import org.mahdar.text.Letters;

/** Reads {@code letters.txt}; the file itself says how its lines are written. */
final class LettersFile {
    private LettersFile() {}

    static Letters read(String file, String content) {
        Letters.Builder letters = new Letters.Builder();
        String article = "";
        char doubled = 0;
        int number = 0;
        for (String line : content.split("\n")) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Place place = new Place(file, number, 1, line);
            List<String> words = List.of(line.strip().split("\\s+"));
            switch (words.get(0)) {
                case "fold":
                    int arrow = words.indexOf("->");
                    if (arrow < 2 || arrow != words.size() - 2) {
                        throw fault(place, "a fold line is written: fold X Y -> Z");
                    }
                    char to = one(place, words.get(arrow + 1));
                    for (String from : words.subList(1, arrow)) {
                        letters.fold(one(place, from), to);
                    }
                    break;
                case "drop":
                    for (String range : words.subList(1, words.size())) {
                        for (char c : range(place, range)) {
                            letters.drop(c);
                        }
                    }
                    break;
                case "proclitic":
                    for (String letter : words.subList(2, words.size())) {
                        letters.proclitic(one(place, letter), flag(place, words.get(1)));
                    }
                    break;
                case "article":
                    article = words.get(1);
                    break;
                case "ending":
                    letters.endings(words.get(1), words.subList(2, words.size()));
                    break;
                case "opening":
                    letters.openings(words.get(1), words.subList(2, words.size()));
                    break;
                case "joined":
                    doubled = words.get(words.size() - 1).charAt(0);
                    break;
                default:
                    throw fault(place, "lines begin with fold, drop, proclitic, article, joined, ending or opening");
            }
        }
        if (!article.isEmpty()) {
            letters.article(article, doubled);
        }
        return letters.build();
    }

    private static int flag(Place place, String name) {
        switch (name) {
            case "conj":
                return Letters.CONJ;
            case "b":
                return Letters.B;
            case "l":
                return Letters.L;
            case "k":
                return Letters.K;
            case "future":
                return Letters.FUTURE;
            default:
                throw fault(place, "proclitics are called conj, b, l, k or future");
        }
    }

    private static char one(Place place, String letter) {
        if (letter.startsWith("U+")) {
            return (char) Integer.parseInt(letter.substring(2), 16);
        }
        if (letter.length() != 1) {
            throw fault(place, "\"" + letter + "\" is no single letter");
        }
        return letter.charAt(0);
    }

    private static List<Character> range(Place place, String range) {
        int dots = range.indexOf("..");
        char from = one(place, dots < 0 ? range : range.substring(0, dots));
        char to = dots < 0 ? from : one(place, range.substring(dots + 2));
        List<Character> out = new ArrayList<>();
        for (int c = from; c <= to; c++) {
            out.add((char) c);
        }
        return out;
    }

    private static PatternException fault(Place place, String what) {
        return new PatternException(
                place, place.text().length(), what, "The head of the file shows every kind of line.");
    }
}
