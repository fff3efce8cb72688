package org.mahdar.app.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.mahdar.model.Span;

/** Cuts texts into words at each {@link Level}. The number of words is the same at all of them. */
final class Analysis {
    private static final Map<Level, Analyzer> AT = Map.of(
            Level.EXACT, new AtLevel(Level.EXACT),
            Level.FOLDED, new AtLevel(Level.FOLDED),
            Level.STEM, new AtLevel(Level.STEM));

    /** The field that holds words at all levels, one above the other. */
    static final String TEXT = "t";

    /** What the index is written with: names folded, texts at all levels. */
    static final Analyzer INDEX = new PerFieldAnalyzerWrapper(at(Level.FOLDED), Map.of(TEXT, new AtAllLevels()));

    private Analysis() {}

    /** A word of a text. */
    record Word(String form, Span span) {}

    private static Analyzer at(Level level) {
        Analyzer analyzer = AT.get(level);
        if (analyzer == null) {
            throw new IllegalStateException("No analyzer at " + level);
        }
        return analyzer;
    }

    private static final class AtLevel extends Analyzer {
        private final Level level;

        AtLevel(Level level) {
            this.level = level;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            return new TokenStreamComponents(source, new One(new Lettered(source), level));
        }
    }

    /** Each word in its form at a level. */
    private static final class One extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Level level;

        One(TokenStream in, Level level) {
            super(in);
            this.level = level;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (level != Level.EXACT) {
                Stacked.Forms forms = Stacked.Forms.of(term.toString());
                term.setEmpty().append(level == Level.STEM ? forms.stem() : forms.folded());
            }
            return true;
        }
    }

    private static final class AtAllLevels extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer source = new StandardTokenizer();
            return new TokenStreamComponents(source, new Stacked(new Lettered(source)));
        }
    }

    /** Leaves out words without a letter or digit: a lone tatweel folds to nothing. */
    private static final class Lettered extends FilteringTokenFilter {
        private static final char TATWEEL = '\u0640';

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        Lettered(TokenStream in) {
            super(in);
        }

        @Override
        protected boolean accept() {
            for (int i = 0; i < term.length(); i++) {
                char c = term.charAt(i);
                boolean mark = Character.getType(c) == Character.NON_SPACING_MARK;
                if (c != TATWEEL && !mark) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The words of a text at a level, with the places where they stand. */
    static List<Word> words(String text, Level level) {
        List<Word> out = new ArrayList<>();
        try (TokenStream stream = at(level).tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                out.add(new Word(term.toString(), new Span(offset.startOffset(), offset.endOffset())));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out;
    }

    /** The forms alone. */
    static List<String> forms(String text, Level level) {
        return words(text, level).stream().map(Word::form).toList();
    }
}
