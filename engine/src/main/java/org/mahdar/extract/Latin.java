package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.text.Letters;

/**
 * Writes words in Latin letters, so that somebody who cannot read the story's script can read a name: by the shape of the
 * word, else letter by letter. The tables {@code latin-letters.tsv} and {@code latin-shapes.tsv} of the pack say how; a pack
 * without them leaves words as they are.
 */
final class Latin {
    /** A letter: what sort of sound it is, and how it is written as consonant and as vowel. */
    private record Sound(char sort, String consonant, String vowel) {}

    /** A word's shape, digits for consonants, and how it is written. */
    private record Shape(String letters, String latin, boolean whole) {}

    private static final char CONSONANT = 'c';
    private static final String ARTICLE = "al-";
    private static final String FILLER = "a";
    private static final String LAST_FILLER = "e";

    private final Letters letters;
    private final Map<Character, Sound> sounds = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    Latin(Language language) {
        this.letters = language.letters();
        for (Entry entry : language.lexicon().entries("latin-letters")) {
            sounds.put(
                    entry.need("letter").charAt(0),
                    new Sound(
                            entry.need("sort").charAt(0),
                            entry.value("latin").orElse(""),
                            entry.value("vowel").orElse("")));
        }
        for (Entry entry : language.lexicon().entries("latin-shapes")) {
            shapes.add(new Shape(
                    entry.need("shape"),
                    entry.need("latin"),
                    entry.need("where").equals("whole")));
        }
    }

    /** A word with a capital letter; its article is written before it. */
    String word(String word) {
        String bare = spoken(word);
        int article = article(bare);
        String rest = bare.substring(article);
        String latin = capital(plain(rest));
        return article == 0 ? latin : ARTICLE + latin;
    }

    /** The letters that are written: no tatweel, no short vowels. */
    private static String spoken(String word) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLetterOrDigit(c) && c != '\u0640') {
                out.append(c);
            }
        }
        return out.toString();
    }

    private int article(String word) {
        char[] form = word.toCharArray();
        return form.length > 4 ? letters.articleAt(form, 0, form.length) : 0;
    }

    private String plain(String word) {
        for (Shape shape : shapes) {
            if (fits(shape, word)) {
                String head = fill(shape, word);
                String tail = word.substring(shape.letters().length());
                String rest = tail.isEmpty() ? "" : word(tail);
                return tail.isEmpty()
                        ? head
                        : head + " " + (rest.startsWith(ARTICLE) ? rest.substring(ARTICLE.length()) : rest);
            }
        }
        return byLetter(word);
    }

    private boolean fits(Shape shape, String word) {
        String pattern = shape.letters();
        boolean length = shape.whole() ? word.length() == pattern.length() : word.length() > pattern.length() + 1;
        if (!length) {
            return false;
        }
        for (int i = 0; i < pattern.length(); i++) {
            char want = pattern.charAt(i);
            char c = word.charAt(i);
            if (want < '0' || want > '9') {
                if (want != c) {
                    return false;
                }
                continue;
            }
            Sound sound = sounds.get(c);
            if (sound == null || sound.sort() != CONSONANT) {
                return false;
            }
        }
        return true;
    }

    /** The shape as it is written, with the consonants of a word for its digits. */
    private String fill(Shape shape, String word) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < shape.latin().length(); i++) {
            char c = shape.latin().charAt(i);
            int at = c < '0' || c > '9' ? -1 : shape.letters().lastIndexOf(c);
            if (at < 0) {
                out.append(c);
            } else {
                out.append(sound(word, at));
            }
        }
        return out.toString();
    }

    /** Letter by letter; consonants that could not be spoken together are parted by a vowel. */
    private String byLetter(String word) {
        StringBuilder out = new StringBuilder();
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            Sound sound = sounds.get(word.charAt(i));
            if (sound == null) {
                out.append(word.charAt(i));
                run = 0;
                continue;
            }
            boolean first = i == 0;
            boolean last = i == word.length() - 1;
            if (!isVowel(word, i)) {
                boolean closes = last && run == 1 && out.length() > 1;
                boolean opens = run == 1 && out.length() == sound(word, i - 1).length();
                if (run == 2 || opens || closes) {
                    out.append(closes && !opens ? LAST_FILLER : FILLER);
                    run = 0;
                }
                out.append(sound.consonant());
                run++;
            } else {
                out.append(sound.vowel().isEmpty() && !first ? "" : sound.vowel());
                run = 0;
            }
        }
        return out.toString();
    }

    private String sound(String word, int i) {
        Sound sound = i < 0 ? null : sounds.get(word.charAt(i));
        return sound == null ? "" : sound.consonant();
    }

    /** A letter that may be either is a vowel between consonants and at the end, a consonant at the head and beside a vowel. */
    private boolean isVowel(String word, int i) {
        Sound sound = sounds.get(word.charAt(i));
        if (sound == null || sound.sort() == CONSONANT) {
            return false;
        }
        if (sound.sort() != 'w' && sound.sort() != 'y') {
            return true;
        }
        if (i == 0) {
            return false;
        }
        Sound before = sounds.get(word.charAt(i - 1));
        Sound after = i + 1 < word.length() ? sounds.get(word.charAt(i + 1)) : null;
        boolean besideVowel = (before != null && "aiu".indexOf(before.sort()) >= 0)
                || (after != null && "aiu".indexOf(after.sort()) >= 0);
        return !besideVowel;
    }

    private static String capital(String latin) {
        return latin.isEmpty() ? latin : Character.toUpperCase(latin.charAt(0)) + latin.substring(1);
    }
}
