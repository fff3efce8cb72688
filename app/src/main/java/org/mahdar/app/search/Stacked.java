package org.mahdar.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.ar.ArabicStemmer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the forms of a word at all levels into one place of one field. A form that says nothing new is left out: the index
 * is a third smaller than with a field a level, and a word is cut once.
 *
 * <p>A word whose folded form is the word itself is that form; another is the form behind {@link #FOLDED}, and the word
 * behind {@link #EXACT}. The stem stands behind {@link #STEM} where it is not the folded form.
 */
final class Stacked extends TokenFilter {
    private static final char FOLDED = '\u0002';
    private static final char EXACT = '\u0003';
    private static final char STEM = '\u0004';

    /** How many words are remembered with their forms, a power of two; most words of a text are met again and again. */
    private static final int REMEMBERED = 1 << 15;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final List<String> waiting = new ArrayList<>();
    private final Forms[] met = new Forms[REMEMBERED];

    Stacked(TokenStream in) {
        super(in);
        Arrays.fill(met, Forms.of(""));
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            String next = waiting.remove(waiting.size() - 1);
            term.setEmpty().append(next);
            step.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        Forms forms = forms();
        if (!forms.stem().equals(forms.folded())) {
            waiting.add(STEM + forms.stem());
        }
        if (!forms.folded().equals(forms.exact())) {
            waiting.add(EXACT + forms.exact());
            term.setEmpty().append(FOLDED).append(forms.folded());
        }
        return true;
    }

    private Forms forms() {
        int place = 0;
        for (int i = 0; i < term.length(); i++) {
            place = 31 * place + term.charAt(i);
        }
        place = (place ^ place >>> 13) & (REMEMBERED - 1);
        if (!met[place].exact().contentEquals(term)) {
            met[place] = Forms.of(term.toString());
        }
        return met[place];
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting.clear();
    }

    /** The forms of a word at the three levels. */
    record Forms(String exact, String folded, String stem) {
        private static final char FIRST_LETTER = '\u0621';
        private static final char LAST_LETTER = '\u064A';
        private static final ArabicNormalizer NORMALIZER = new ArabicNormalizer();
        private static final ArabicStemmer STEMMER = new ArabicStemmer();

        static Forms of(String word) {
            char[] letters = word.toCharArray();
            for (int i = 0; i < letters.length; i++) {
                char c = letters[i];
                // Most letters here are of a script without capitals, and to ask the tables of Unicode takes long.
                boolean plain = c >= FIRST_LETTER && c <= LAST_LETTER;
                if (!plain) {
                    letters[i] =
                            Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : Character.toLowerCase(c);
                }
            }
            int length = NORMALIZER.normalize(letters, letters.length);
            String folded = new String(letters, 0, length);
            length = STEMMER.stem(letters, length);
            return new Forms(word, folded, new String(letters, 0, length));
        }

        /** The form at a level. */
        String at(Level level) {
            return switch (level) {
                case EXACT -> exact;
                case FOLDED -> folded;
                case STEM -> stem;
            };
        }
    }

    /** The terms under which a word, as it is cut out of a query, stands in the index at a level. */
    static List<String> terms(String word, Level level) {
        Forms forms = Forms.of(word);
        boolean changed = !forms.folded().equals(forms.exact());
        return switch (level) {
            case EXACT -> List.of(changed ? EXACT + forms.exact() : forms.exact());
            case FOLDED -> List.of(forms.folded(), FOLDED + forms.folded());
            case STEM -> List.of(STEM + forms.stem(), forms.stem(), FOLDED + forms.stem());
        };
    }

    /** How the terms of words begin that begin so. */
    static List<String> beginnings(String folded, Level level) {
        return level == Level.EXACT ? List.of(folded, EXACT + folded) : List.of(folded, FOLDED + folded);
    }
}
