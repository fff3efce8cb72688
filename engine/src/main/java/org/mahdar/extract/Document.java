package org.mahdar.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Term;
import org.mahdar.model.Evidence;
import org.mahdar.model.Paper;
import org.mahdar.model.Span;
import org.mahdar.model.TimeExpression;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Pattern;

/** One document while it is being read: first a single mention of it, later all its mentions together. Tokens are half-open ranges. */
final class Document {
    final Pattern pattern;
    final List<Evidence.Step> steps = new ArrayList<>();

    /** The noun that names it. */
    final Term word;

    final int head;
    final int headEnd;

    /** The words that name it, complements included. */
    int from;

    int to;

    /** What is done with it, as a token, or -1. */
    final int act;

    /** First token of its maker, or -1. */
    final int side;

    final Paper.Kind kind;

    /** Whether the mention counts by itself. */
    boolean introduces;

    /** Words of its name, by which mentions of one document are told from those of another. */
    final Set<String> traits = new LinkedHashSet<>();

    /** Its number, empty where it has none. */
    String number = "";

    /** Whether the words mean one that is known. */
    boolean definite;

    /** Whether it is only wished for or thought of. */
    boolean supposed;

    /** Whether the words say to whom it goes. */
    boolean addressed;

    /** Whether a place or a name in marks stands right behind the noun. */
    boolean named;

    final Set<Cluster> makers = new LinkedHashSet<>();
    Optional<TimeExpression> time = Optional.empty();
    /** What the story says is done with it, or denies. */
    Optional<String> status = Optional.empty();

    boolean denied;
    final List<Span> also = new ArrayList<>();

    /** First tokens of the nouns of all its mentions. */
    final List<Integer> heads = new ArrayList<>();

    /** How many words stand beside the noun. */
    int fullness;

    Document(Matcher match, Term word, int headEnd) {
        this.pattern = match.pattern();
        this.word = word;
        this.head = match.start("paper");
        this.headEnd = headEnd;
        this.heads.add(head);
        this.from = head;
        this.to = headEnd;
        this.act = match.start() < head ? match.start() : -1;
        this.side = match.start("side");
        this.introduces = pattern.setting("as").map("document"::equals).orElse(false);
        this.kind = kindOf(word);
    }

    private static Paper.Kind kindOf(Term word) {
        for (Paper.Kind kind : Paper.Kind.values()) {
            if (word.entry().is(kind.word())) {
                return kind;
            }
        }
        throw new IllegalStateException(word.entry().place().where()
                + " names no kind of document among its tags; kinds: "
                + String.join(
                        ", ",
                        List.of(Paper.Kind.values()).stream()
                                .map(k -> k.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    /** Whether its pattern says enough by itself. */
    boolean isSure() {
        return pattern.setting("role").map("sure"::equals).orElse(false);
    }

    boolean is(String tag) {
        return word.entry().is(tag);
    }
}
