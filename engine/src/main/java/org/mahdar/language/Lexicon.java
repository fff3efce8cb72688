package org.mahdar.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/**
 * The words of a language pack, ready to be found in texts: one pass over a text marks every term that stands in it, with
 * the proclitics its first word bears. Immutable and shared.
 *
 * <p>Words are kept once in a hash table; terms of several words in a tree over word numbers. A token costs a few
 * look-ups whatever the size of the lexicon.
 */
public final class Lexicon {
    private final Letters letters;
    private final WordTable words;
    private final EdgeTable edges;
    /** For each tree node, the terms that end there. */
    private final int[][] termsAt;

    private final Term[] terms;
    private final int[] termSet;
    private final int[] termClitics;
    private final Map<String, List<Entry>> byList;

    private Lexicon(Builder builder) {
        this.letters = builder.letters;
        this.words = builder.words;
        this.edges = builder.edges;
        this.terms = builder.terms.toArray(new Term[0]);
        this.termSet = Arrays.copyOf(builder.sets, terms.length);
        this.termClitics = Arrays.copyOf(builder.clitics, terms.length);
        this.termsAt = new int[builder.nodes][];
        builder.termsAt.forEach((node, list) ->
                termsAt[node] = list.stream().mapToInt(Integer::intValue).toArray());
        this.byList = Map.copyOf(builder.byList);
    }

    /** All entries of a list, in the order of its file; empty where there is no such list. */
    public List<Entry> entries(String list) {
        return byList.getOrDefault(list, List.of());
    }

    /** All ways to write the entries of a list, in the order of its file. */
    public List<Term> terms(String list) {
        return Arrays.stream(terms)
                .filter(term -> term.entry().list().equals(list))
                .toList();
    }

    /** How many ways to write something the lexicon knows. */
    public int size() {
        return terms.length;
    }

    /** Marks on the tape every term that stands in its text. */
    public void scan(Tape tape) {
        Text text = tape.text();
        for (int token = 0; token < text.size(); token++) {
            if (text.kind(token) != Text.BREAK) {
                scan(tape, text, token);
            }
        }
    }

    private void scan(Tape tape, Text text, int token) {
        int from = text.formStart(token);
        int to = text.formStart(token + 1);
        if (text.kind(token) == Text.MARK) {
            walk(tape, token, words.find(text.mark(token)), 0);
            return;
        }
        char[] forms = text.forms();
        walk(tape, token, words.find(forms, from, to), 0);
        if (text.kind(token) != Text.WORD) {
            return;
        }
        int at = from;
        int clitics = 0;
        // At most: conjunction, then preposition or future mark, then article.
        for (int depth = 0; depth < 2 && to - at > 2; depth++) {
            article(tape, token, at, to, clitics);
            int flag = letters.proclitic(forms[at]);
            if (flag == 0 || (depth == 1 && flag == Letters.CONJ)) {
                return;
            }
            clitics |= flag;
            at++;
            walk(tape, token, words.find(forms, at, to), clitics);
            if (flag != Letters.CONJ) {
                if ((flag & Letters.PREPOSITION) != 0) {
                    article(tape, token, at, to, clitics);
                    if (letters.joinedAt(forms, at - 1, to)) {
                        // "l-l-…" is the preposition before the article: with it, and without it.
                        walk(tape, token, words.findWithArticle(letters, forms, at + 1, to), clitics);
                        walk(tape, token, words.find(forms, at + 1, to), clitics | Letters.ARTICLE);
                    }
                }
                return;
            }
        }
        article(tape, token, at, to, clitics);
    }

    private void article(Tape tape, int token, int at, int to, int clitics) {
        int length = letters.articleAt(tape.text().forms(), at, to);
        if (length > 0) {
            walk(tape, token, words.find(tape.text().forms(), at + length, to), clitics | Letters.ARTICLE);
        }
    }

    private void walk(Tape tape, int token, int word, int clitics) {
        if (word < 0) {
            return;
        }
        Text text = tape.text();
        int node = edges.find(0, word);
        int next = token + 1;
        while (node > 0) {
            int[] here = termsAt[node];
            if (here != null) {
                for (int term : here) {
                    if ((clitics & ~termClitics[term]) == 0) {
                        tape.add(token, next, termSet[term], clitics, terms[term]);
                    }
                }
            }
            if (next >= text.size() || text.kind(next) == Text.BREAK) {
                return;
            }
            int nextWord = text.kind(next) == Text.MARK
                    ? words.find(text.mark(next))
                    : words.find(text.forms(), text.formStart(next), text.formStart(next + 1));
            node = nextWord < 0 ? 0 : edges.find(node, nextWord);
            next++;
        }
    }

    /** Collects terms. */
    static final class Builder {
        private final Letters letters;
        private final WordTable words = new WordTable();
        private final EdgeTable edges = new EdgeTable();
        private final Map<Integer, List<Integer>> termsAt = new TreeMap<>();
        private final List<Term> terms = new ArrayList<>();
        private int[] sets = new int[1024];
        private int[] clitics = new int[1024];
        private int nodes = 1;
        private final Map<String, List<Entry>> byList = new TreeMap<>();

        Builder(Letters letters) {
            this.letters = letters;
        }

        void add(Entry entry) {
            byList.computeIfAbsent(entry.list(), list -> new ArrayList<>()).add(entry);
        }

        /**
         * Adds a way to write an entry.
         *
         * @param term the term
         * @param set number of its symbol set
         * @param allowed the proclitics that its first word may bear
         * @param clash told of a term of the same list and role that is written alike and stands in another line
         */
        void add(Term term, int set, int allowed, BiConsumer<Term, Term> clash) {
            Text cut = Text.of(term.words(), letters);
            int node = 0;
            for (int token = 0; token < cut.size(); token++) {
                int word = cut.kind(token) == Text.MARK
                        ? words.add(new char[] {cut.mark(token)}, 0, 1)
                        : words.add(cut.forms(), cut.formStart(token), cut.formStart(token + 1));
                int next = edges.find(node, word);
                if (next <= 0) {
                    next = nodes++;
                    edges.add(node, word, next);
                }
                node = next;
            }
            if (node == 0) {
                throw new IllegalArgumentException("A term needs a letter, digit or mark: \"" + term.words() + "\"");
            }
            List<Integer> here = termsAt.computeIfAbsent(node, n -> new ArrayList<>(1));
            for (int other : here) {
                Term known = terms.get(other);
                if (known.entry().list().equals(term.entry().list())
                        && known.role().equals(term.role())) {
                    boolean sameLine = known.entry()
                            .place()
                            .where()
                            .equals(term.entry().place().where());
                    if (!sameLine) {
                        clash.accept(known, term);
                    } else if (sets[other] == set) {
                        return;
                    }
                }
            }
            if (terms.size() == sets.length) {
                sets = Arrays.copyOf(sets, sets.length * 2);
                clitics = Arrays.copyOf(clitics, clitics.length * 2);
            }
            here.add(terms.size());
            sets[terms.size()] = set;
            clitics[terms.size()] = allowed;
            terms.add(term);
        }

        Lexicon build() {
            return new Lexicon(this);
        }
    }
}
