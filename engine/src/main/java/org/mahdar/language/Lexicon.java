package org.mahdar.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;
import org.mahdar.text.Tokens;

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
    /** For each tree node, one more than the number of the first term that ends there; 0 where none does. */
    private final int[] firstTerm;
    /** For each term, one more than the number of the next one that ends at the same node. */
    private final int[] nextTerm;

    private final Term[] terms;
    private final int[] termSet;
    private final int[] termClitics;
    private final Map<String, List<Entry>> byList;
    private final Map<String, Map<String, Term>> lookups;

    private Lexicon(Builder builder) {
        this.letters = builder.letters;
        this.words = builder.words;
        this.edges = builder.edges;
        this.terms = builder.terms.toArray(new Term[0]);
        this.firstTerm = builder.firstTerm.first(builder.nodes);
        this.nextTerm = builder.nextTerm.first(terms.length);
        this.termSet = builder.sets.first(terms.length);
        this.termClitics = builder.clitics.first(terms.length);
        this.byList = Map.copyOf(builder.byList);
        this.lookups = Map.copyOf(builder.lookups);
    }

    /** All entries of a list, in the order of its file; empty where there is no such list. */
    public List<Entry> entries(String list) {
        return byList.getOrDefault(list, List.of());
    }

    /**
     * The term of a list that is not looked for in texts.
     *
     * @param list name of the list
     * @param folded the words as {@link Letters#fold} writes them
     */
    public Optional<Term> look(String list, String folded) {
        return Optional.ofNullable(lookups.getOrDefault(list, Map.of()).get(folded));
    }

    /** How many ways to write something the lexicon finds in texts. */
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
            for (int term = firstTerm[node] - 1; term >= 0; term = nextTerm[term] - 1) {
                if ((clitics & ~termClitics[term]) == 0) {
                    tape.add(token, next, termSet[term], clitics, terms[term]);
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
        private final Tokens cut;
        private final WordTable words = new WordTable();
        private final EdgeTable edges = new EdgeTable();
        private final List<Term> terms = new ArrayList<>();
        private final Ints firstTerm = new Ints();
        private final Ints nextTerm = new Ints();
        private final Ints sets = new Ints();
        private final Ints clitics = new Ints();
        private int nodes = 1;
        private final Map<String, List<Entry>> byList = new TreeMap<>();
        private final Map<String, Map<String, Term>> lookups = new HashMap<>();

        Builder(Letters letters) {
            this.letters = letters;
            this.cut = new Tokens(letters, 64);
        }

        void add(Entry entry) {
            byList.computeIfAbsent(entry.list(), list -> new ArrayList<>()).add(entry);
        }

        List<Entry> entries(String list) {
            return byList.getOrDefault(list, List.of());
        }

        /** Adds a way to write an entry that is not looked for in texts; gives the term that is written alike, if there is one. */
        Optional<Term> addLookup(Term term) {
            Map<String, Term> list = lookups.computeIfAbsent(term.entry().list(), name -> new HashMap<>());
            return Optional.ofNullable(list.putIfAbsent(letters.fold(term.words()), term))
                    .filter(known -> !isSameLine(known, term));
        }

        /**
         * Adds a way to write an entry.
         *
         * @param term the term
         * @param set number of its symbol set
         * @param allowed the proclitics that its first word may bear
         * @return a term of the same list and role that is written alike and stands in another line
         */
        Optional<Term> add(Term term, int set, int allowed) {
            int node = node(term);
            Optional<Term> clash = Optional.empty();
            int last = -1;
            for (int other = firstTerm.get(node) - 1; other >= 0; other = nextTerm.get(other) - 1) {
                Term known = terms.get(other);
                last = other;
                if (known.entry().list().equals(term.entry().list())
                        && known.role().equals(term.role())) {
                    if (!isSameLine(known, term)) {
                        clash = Optional.of(known);
                    } else if (sets.get(other) == set) {
                        return Optional.empty();
                    }
                }
            }
            int number = terms.size();
            terms.add(term);
            sets.set(number, set);
            clitics.set(number, allowed);
            if (last < 0) {
                firstTerm.set(node, number + 1);
            } else {
                nextTerm.set(last, number + 1);
            }
            return clash;
        }

        private static boolean isSameLine(Term a, Term b) {
            return a.entry().place().equals(b.entry().place());
        }

        private int node(Term term) {
            cut.cut(term.words());
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
            return node;
        }

        Lexicon build() {
            return new Lexicon(this);
        }
    }

    /** A growing array of numbers; places never set hold 0. */
    private static final class Ints {
        private int[] values = new int[1024];

        int get(int at) {
            return at < values.length ? values[at] : 0;
        }

        void set(int at, int value) {
            if (at >= values.length) {
                values = Arrays.copyOf(values, Math.max(at + 1, values.length * 2));
            }
            values[at] = value;
        }

        int[] first(int count) {
            return Arrays.copyOf(values, count);
        }
    }
}
