package org.mahdar.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final char ALIF_MAQSURA = '\u0649';
    /** So many flags of {@code Letters} tell of proclitics. */
    private static final int CLITIC_BITS = 6;

    private static final int CLITICS = (1 << CLITIC_BITS) - 1;
    /** Beside them: whether a word behind a preposition gives way to what the whole is known as. */
    static final int YIELDS = 1 << CLITIC_BITS;

    /** Beside them: whether the words end in alif maqsura. */
    private static final int IN_MAQSURA = YIELDS << 1;

    private static final int FLAG_BITS = CLITIC_BITS + 2;
    private static final int FLAGS = (1 << FLAG_BITS) - 1;

    private final Letters letters;
    private final WordTable words;
    private final EdgeTable edges;
    /** The tree nodes from which a further word leads on. */
    private final BitSet goesOn;
    /** All terms in the order in which they were added. */
    private final Term[] terms;
    /** All terms by the tree nodes at which they end; those of node n stand from {@code ends[n]} to {@code ends[n + 1]}. */
    private final Term[] endings;

    private final int[] ends;
    /** For each of them its symbol set and, in the lowest bits, the proclitics that its first word may bear. */
    private final int[] endingSets;

    private final Map<String, List<Entry>> byList;
    /** The terms that are not looked for in texts: by their folded words, then by their lists. */
    private final Map<String, Map<String, Term>> lookups;
    /** How many words the longest of them has that begins with a word. */
    private final Map<String, Integer> reaches = new HashMap<>();

    private Lexicon(Builder builder) {
        this.letters = builder.letters;
        this.words = builder.words;
        this.edges = builder.edges;
        int[] roots = new int[words.size()];
        Arrays.setAll(roots, word -> edges.find(0, word));
        words.lead(roots);
        this.goesOn = builder.goesOn;
        this.terms = builder.terms.toArray(new Term[0]);
        this.endings = new Term[terms.length];
        this.endingSets = new int[terms.length];
        this.ends = new int[builder.nodes + 1];
        int count = 0;
        for (int node = 0; node < builder.nodes; node++) {
            ends[node] = count;
            for (int term = builder.firstTerm.get(node) - 1; term >= 0; term = builder.nextTerm.get(term) - 1) {
                endings[count] = terms[term];
                endingSets[count++] = (builder.sets.get(term) << FLAG_BITS) | (builder.clitics.get(term) & FLAGS);
            }
        }
        ends[builder.nodes] = count;
        this.byList = Map.copyOf(builder.byList);
        this.lookups = new HashMap<>(builder.lookups);
        lookups.keySet().forEach(words -> {
            int space = words.indexOf(' ');
            int length = 1 + (int) words.chars().filter(c -> c == ' ').count();
            reaches.merge(space < 0 ? words : words.substring(0, space), length, Math::max);
        });
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
        return Optional.ofNullable(look(folded).get(list));
    }

    /** The terms that are not looked for in texts and are written like this, by their lists. */
    public Map<String, Term> look(String folded) {
        return Collections.unmodifiableMap(lookups.getOrDefault(folded, Map.of()));
    }

    /** How many words the longest of these terms has that begins with a word; 0 where none does. */
    public int reach(String foldedWord) {
        return reaches.getOrDefault(foldedWord, 0);
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
        Scan scan = new Scan(tape);
        for (int token = 0; token < tape.text().size(); token++) {
            scan.token(token);
        }
    }

    /** One pass over one text. */
    private final class Scan {
        private static final char YEH = '\u064A';
        /** A shorter word behind a proclitic gives way to a term of several words that begins alike. */
        private static final int MIN_CORE = 3;

        private final Tape tape;
        private final Text text;
        private final char[] forms;
        /** For each letter of the folded words, the hash of what begins with it and ends with its word. */
        private final int[] hashes;
        /** For each token, the place of the whole word or mark in the table of words; -1 where it is unknown. */
        private final int[] whole;
        /** Whether the lexicon knows the whole word at hand, otherwise than by a term that gives way. */
        private boolean sure;
        /** The words that the text ends in alif maqsura; many texts write yeh for it, those with such words do not. */
        private final Set<String> maqsura = new HashSet<>();

        Scan(Tape tape) {
            this.tape = tape;
            this.text = tape.text();
            this.forms = text.forms();
            this.hashes = new int[text.formStart(text.size()) + 1];
            this.whole = new int[text.size()];
            for (int token = 0; token < text.size(); token++) {
                whole[token] = place(token);
                if (last(token) == ALIF_MAQSURA) {
                    maqsura.add(text.raw().substring(text.start(token), text.end(token)));
                }
            }
        }

        /** The last letter of a word as it is written; 0 of what is no word. */
        private char last(int token) {
            return text.kind(token) == Text.WORD ? text.raw().charAt(text.end(token) - 1) : 0;
        }

        /** A word in yeh is not the one in alif maqsura where the text writes that one too: "Ali" and "on". */
        private boolean isOther(int token, int term) {
            return (endingSets[term] & IN_MAQSURA) != 0
                    && last(token) == YEH
                    && maqsura.contains(endings[term].words());
        }

        private int place(int token) {
            if (text.kind(token) == Text.MARK) {
                return words.find(text.mark(token));
            }
            int from = text.formStart(token);
            int to = text.formStart(token + 1);
            if (text.kind(token) == Text.BREAK || from == to) {
                return -1;
            }
            int hash = 0;
            for (int i = to - 1; i >= from; i--) {
                hash = WordTable.longer(hash, forms[i]);
                hashes[i] = hash;
            }
            return words.find(forms, from, to, hash);
        }

        /** The word with and without each proclitic it may bear. */
        void token(int token) {
            sure = false;
            boolean several = walk(token, whole[token], 0) > token + 1;
            if (text.kind(token) != Text.WORD) {
                return;
            }
            int at = text.formStart(token);
            int to = text.formStart(token + 1);
            int clitics = 0;
            // At most: conjunction, then preposition or future mark, then article.
            for (int depth = 0; depth < 2 && to - at > 2; depth++) {
                article(token, at, to, clitics);
                int flag = letters.proclitic(forms[at]);
                if (flag == 0 || (depth == 1 && flag == Letters.CONJ)) {
                    return;
                }
                clitics |= flag;
                at++;
                if (several && to - at < MIN_CORE) {
                    // "the crown prince" begins like "and to me": the term of several words is meant.
                    return;
                }
                part(token, at, to, clitics);
                if (flag != Letters.CONJ) {
                    if ((flag & Letters.PREPOSITION) != 0) {
                        article(token, at, to, clitics);
                        if (letters.joinedAt(forms, at - 1, to)) {
                            // "l-l-…" is the preposition before the article: with it, and without it.
                            walk(token, words.findWithArticle(letters, forms, at + 1, to), clitics);
                            part(token, at + 1, to, clitics | Letters.ARTICLE);
                        }
                    }
                    return;
                }
            }
            article(token, at, to, clitics);
        }

        private void article(int token, int at, int to, int clitics) {
            int length = letters.articleAt(forms, at, to);
            if (length > 0) {
                part(token, at + length, to, clitics | Letters.ARTICLE);
            }
        }

        private void part(int token, int at, int to, int clitics) {
            walk(token, words.find(forms, at, to, hashes[at]), clitics);
        }

        /** Adds the terms that begin here; gives the token behind the longest. */
        private int walk(int token, int place, int clitics) {
            int end = token;
            int node = place < 0 ? 0 : words.leadsTo(place);
            int next = token + 1;
            while (node > 0) {
                for (int term = ends[node]; term < ends[node + 1]; term++) {
                    boolean yields = (endingSets[term] & YIELDS) != 0;
                    // A "statement" is no "with Jan".
                    boolean given = yields && sure && next == token + 1 && (clitics & Letters.PREPOSITION) != 0;
                    boolean borne = (clitics & ~endingSets[term] & CLITICS) == 0;
                    sure |= borne && clitics == 0 && !yields;
                    if (borne && !given && (next > token + 1 || !isOther(token, term))) {
                        tape.add(token, next, endingSets[term] >>> FLAG_BITS, clitics, endings[term]);
                        end = next;
                    }
                }
                if (!goesOn.get(node) || next >= text.size() || whole[next] < 0) {
                    break;
                }
                node = edges.find(node, words.number(whole[next]));
                next++;
            }
            return end;
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
        private final BitSet goesOn = new BitSet();
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
            Map<String, Term> lists = lookups.computeIfAbsent(letters.fold(term.words()), words -> new HashMap<>(2));
            return Optional.ofNullable(lists.putIfAbsent(term.entry().list(), term))
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
            boolean maqsura = term.words().charAt(term.words().length() - 1) == ALIF_MAQSURA;
            clitics.set(number, maqsura ? allowed | IN_MAQSURA : allowed);
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
                    goesOn.set(node);
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
    }
}
