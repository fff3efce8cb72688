package org.mahdar.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the letters of a script are compared: what each code unit folds to, what is left out, which letters are proclitics.
 * Built once from {@code letters.txt} of a language pack; immutable and shared.
 *
 * <p>Folding never touches a text: {@link Text} keeps a folded form of each word beside the word's untouched span.
 */
public final class Letters {
    /** Proclitic flag: a conjunction such as "and". */
    public static final int CONJ = 1;
    /** Proclitic flag: the preposition "by, with, in". */
    public static final int B = 2;
    /** Proclitic flag: the preposition "to, for". */
    public static final int L = 4;
    /** Proclitic flag: the preposition "as, like". */
    public static final int K = 8;
    /** Proclitic flag: the article. */
    public static final int ARTICLE = 16;
    /** Proclitic flag: the future mark of verbs. */
    public static final int FUTURE = 32;
    /** Any of the prepositions. */
    public static final int PREPOSITION = B | L | K;

    static final byte OTHER = 0;
    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    static final byte MARK = 3;
    static final byte SPACE = 4;
    static final byte BREAK = 5;

    private static final int SIZE = 1 << 16;

    private final char[] fold;
    private final char[] second;
    private final byte[] type;
    private final byte[] proclitic;
    private final char[] article;
    private final char joined;
    private final Map<String, List<String>> endings;
    private final Map<String, List<String>> openings;

    private Letters(Builder builder) {
        this.fold = builder.fold;
        this.second = builder.second;
        this.type = builder.type;
        this.proclitic = builder.proclitic;
        this.article = builder.article.toCharArray();
        this.joined = builder.joined;
        this.endings = Map.copyOf(builder.endings);
        this.openings = Map.copyOf(builder.openings);
    }

    /** The folded form of a word or phrase; runs of anything that is no letter or digit become one space. */
    public String fold(String words) {
        StringBuilder out = new StringBuilder(words.length());
        boolean gap = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            byte t = type[c];
            if (t == LETTER || t == DIGIT) {
                if (gap && out.length() > 0) {
                    out.append(' ');
                }
                gap = false;
                out.append(fold[c]);
                if (second[c] != 0) {
                    out.append(second[c]);
                }
            } else if (t != MARK) {
                gap = true;
            }
        }
        return out.toString();
    }

    char fold(char c) {
        return fold[c];
    }

    char second(char c) {
        return second[c];
    }

    byte type(char c) {
        return type[c];
    }

    /** Offset of the letter behind the one at {@code at}, past the vowel marks and tatweel that it bears and a blank inside the word; at most {@code end}. */
    public int next(String raw, int at, int end) {
        int next = at + 1;
        while (next < end && (type[raw.charAt(next)] == MARK || type[raw.charAt(next)] == SPACE)) {
            next++;
        }
        return Math.min(next, end);
    }

    /** Offset of the last letter before {@code end}, past the marks that it bears; at least {@code from}. */
    public int last(String raw, int from, int end) {
        int last = end - 1;
        while (last > from && type[raw.charAt(last)] == MARK) {
            last--;
        }
        return last;
    }

    /** The flag of a folded letter that may be written together with the next word, or 0. */
    public int proclitic(char folded) {
        return proclitic[folded];
    }

    /** Whether a letter of a text may be a conjunction written together with the next word. */
    public boolean isConjunction(char c) {
        return proclitic[fold[c]] == CONJ;
    }

    /** Whether a letter of a text may be a preposition written together with the next word. */
    public boolean isPreposition(char c) {
        return (proclitic[fold[c]] & PREPOSITION) != 0;
    }

    /** How many letters of {@code form}, from {@code from}, are the article; 0 where there is none. */
    public int articleAt(char[] form, int from, int end) {
        if (from + article.length >= end) {
            return 0;
        }
        for (int i = 0; i < article.length; i++) {
            if (form[from + i] != article[i]) {
                return 0;
            }
        }
        return article.length;
    }

    /** Whether the letters from {@code from} are a preposition that has swallowed the first letter of the article. */
    public boolean joinedAt(char[] form, int from, int end) {
        return joined != 0 && from + 2 < end && form[from] == joined && form[from + 1] == joined;
    }

    /** How many letters the ending of that sort has which the folded word from {@code from} to {@code end} has; 0 for none. */
    public int ending(String sort, char[] form, int from, int end) {
        for (String ending : endings.getOrDefault(sort, List.of())) {
            int at = end - ending.length();
            if (at > from && matches(ending, form, at)) {
                return ending.length();
            }
        }
        return 0;
    }

    /** Whether the folded word from {@code from} to {@code end} opens as the language's words of that sort do. */
    public boolean opens(String sort, char[] form, int from, int end) {
        for (String opening : openings.getOrDefault(sort, List.of())) {
            if (from + opening.length() + 1 < end && matches(opening, form, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String letters, char[] form, int at) {
        for (int i = 0; i < letters.length(); i++) {
            if (form[at + i] != letters.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The article, folded. */
    public String article() {
        return String.valueOf(article);
    }

    /** The article and the given letters, as one word. */
    public char[] withArticle(char[] form, int from, int end) {
        char[] whole = Arrays.copyOf(article, article.length + end - from);
        System.arraycopy(form, from, whole, article.length, end - from);
        return whole;
    }

    /** Collects the lines of {@code letters.txt}. */
    public static final class Builder {
        private final char[] fold = new char[SIZE];
        private final char[] second = new char[SIZE];
        private final byte[] type = new byte[SIZE];
        private final byte[] proclitic = new byte[SIZE];
        private String article = "\uFFFF";
        private char joined;
        private final Map<String, List<String>> endings = new HashMap<>();
        private final Map<String, List<String>> openings = new HashMap<>();

        /** Starts from what Unicode knows: digits, marks, spaces, lower case, presentation forms. */
        public Builder() {
            for (int i = 0; i < SIZE; i++) {
                char c = (char) i;
                byte uniform = uniform(c);
                if (uniform >= 0) {
                    type[i] = uniform;
                    fold[i] = c;
                    continue;
                }
                type[i] = typeOf(c);
                fold[i] = Character.toLowerCase(c);
                if (type[i] == DIGIT) {
                    fold[i] = (char) ('0' + Character.digit(c, 10));
                } else if (c >= '\uFB50' && c <= '\uFEFC' && type[i] == LETTER) {
                    String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
                    fold[i] = plain.charAt(0);
                    second[i] = plain.length() == 2 ? plain.charAt(1) : 0;
                }
            }
        }

        /** The type of the long runs of code units that are all alike, so that they need not be asked for one by one; else -1. */
        private static byte uniform(char c) {
            boolean ideograph = (c >= '\u4E00' && c <= '\u9FFC') || (c >= '\u3400' && c <= '\u4DBF');
            boolean syllable = c >= '\uAC00' && c <= '\uD7A3';
            boolean surrogateOrPrivate = c >= '\uD800' && c <= '\uF8FF';
            return ideograph || syllable ? LETTER : surrogateOrPrivate ? OTHER : -1;
        }

        private static byte typeOf(char c) {
            if (c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u000B' || c == '\f') {
                return BREAK;
            }
            return switch (Character.getType(c)) {
                case Character.UPPERCASE_LETTER,
                        Character.LOWERCASE_LETTER,
                        Character.TITLECASE_LETTER,
                        Character.MODIFIER_LETTER,
                        Character.OTHER_LETTER -> LETTER;
                case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
                case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> SPACE;
                case Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.FORMAT,
                        Character.COMBINING_SPACING_MARK -> MARK;
                default -> Character.isWhitespace(c) ? SPACE : OTHER;
            };
        }

        /** Reads {@code from} as {@code to} when words are compared. */
        public Builder fold(char from, char to) {
            fold[from] = to;
            second[from] = 0;
            return this;
        }

        /** Leaves {@code c} out when words are compared. */
        public Builder drop(char c) {
            type[c] = MARK;
            return this;
        }

        /** Marks a letter as a proclitic with one of the flags of {@link Letters}. */
        public Builder proclitic(char letter, int flag) {
            proclitic[letter] = (byte) flag;
            return this;
        }

        /** Names the article, and the letter that doubles when a preposition swallows its first letter (0: none does). */
        public Builder article(String word, char doubled) {
            article = word;
            joined = doubled;
            return this;
        }

        /** Names endings (folded) that words of a sort have. */
        public Builder endings(String sort, List<String> letters) {
            endings.put(sort, List.copyOf(letters));
            return this;
        }

        /** Names openings (folded) that words of a sort have. */
        public Builder openings(String sort, List<String> letters) {
            openings.put(sort, List.copyOf(letters));
            return this;
        }

        /** The finished table; presentation forms are folded once more by the lines given. */
        public Letters build() {
            char[] once = Arrays.copyOf(fold, SIZE);
            for (int i = 0; i < SIZE; i++) {
                fold[i] = once[once[i]];
                second[i] = second[i] == 0 ? 0 : once[second[i]];
            }
            return new Letters(this);
        }
    }
}
