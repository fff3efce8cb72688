package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;

/**
 * A stretch of words that names an actor, as it was found. Tokens are half-open ranges. Filled while the phrase is read;
 * afterwards only its {@link #cluster} changes, when mentions of one actor are joined.
 */
final class Mention {
    /** Grammatical gender. */
    enum Gender {
        M,
        F,
        UNKNOWN
    }

    /** How many. */
    enum Count {
        ONE,
        TWO,
        MANY,
        UNKNOWN
    }

    final int from;
    int to;
    Actor.Kind kind = Actor.Kind.PERSON;
    Gender gender = Gender.UNKNOWN;
    Count number = Count.ONE;

    /** Whether nothing but its place beside a reporting verb says that this is an actor. */
    boolean guess;

    /** Whether it is a capital behind a word for a visit, which stands for its state where somebody does visit it. */
    boolean goal;

    /** The proper name inside, or -1. */
    int nameFrom = -1;

    int nameTo = -1;

    /** The word that says what sort of actor it is, or -1. */
    int headToken = -1;

    Optional<Term> head = Optional.empty();

    /** The person, body or state of the lexicon. */
    Optional<Term> known = Optional.empty();

    /** The office of the lexicon, with its tokens. */
    Optional<Term> office = Optional.empty();

    /** Where the words of the office end, before the name. */
    int titleTo = -1;

    /** The words of a title that several states share, of each of whom this is one; -1 where the title is its own. */
    int sharedFrom = -1;

    int sharedTo = -1;

    /** ISO code of the state whose name or adjective stands inside; empty where none does. */
    String state = "";

    /** Whether the state is no part of the title but follows from who stands before. */
    boolean lent;

    /** Where the mention's own words end, before those joined to it; -1 where nothing is joined. */
    private int joinedFrom = -1;

    /** A second and further actor named in one breath with this one. */
    final List<Mention> joint = new ArrayList<>();

    /** Who issued the paper that this names; empty for all else. Inside the paper's own words it is no mention by itself. */
    Optional<Mention> issuer = Optional.empty();

    Cluster cluster = Cluster.NONE;

    Mention(int from) {
        this.from = from;
        this.to = from;
    }

    /** Takes over all that another phrase says, which this one only begins before. */
    void take(Mention other) {
        to = other.to;
        kind = other.kind;
        gender = other.gender;
        number = Count.UNKNOWN;
        guess = other.guess;
        nameFrom = other.nameFrom;
        nameTo = other.nameTo;
        headToken = other.headToken;
        head = other.head;
        known = other.known;
        office = other.office;
        titleTo = other.titleTo;
        state = other.state;
        joinedFrom = other.joinedFrom;
        sharedFrom = other.sharedFrom;
        sharedTo = other.sharedTo;
        joint.addAll(other.joint);
        issuer = other.issuer;
    }

    /** Sets kind, gender and number by the word that says what sort of actor it is. */
    void classify(Term term) {
        Entry entry = term.entry();
        String role = term.role();
        gender = role.equals("f") || term.is("f") ? Gender.F : Gender.M;
        number = role.equals("pl") ? Count.MANY : role.equals("du") ? Count.TWO : Count.ONE;
        if (entry.is("outlet")) {
            kind = Actor.Kind.OUTLET;
        } else if (entry.is("body") || entry.is("side") || entry.is("paper")) {
            kind = Actor.Kind.BODY;
        } else if (entry.is("source") || entry.is("unnamed")) {
            kind = Actor.Kind.UNNAMED;
        } else if (entry.is("group") || number == Count.MANY) {
            kind = Actor.Kind.GROUP;
        } else {
            kind = Actor.Kind.PERSON;
        }
        if (entry.is("plural")) {
            number = Count.UNKNOWN;
        }
        // Plurals of things and of sources take the feminine singular.
        if (number == Count.MANY && (kind == Actor.Kind.BODY || kind == Actor.Kind.OUTLET || entry.is("source"))) {
            gender = Gender.F;
            number = Count.UNKNOWN;
        } else if (number == Count.MANY) {
            gender = Gender.UNKNOWN;
        }
    }

    /** The index of the last mention that begins before a token, of mentions in the order of the text; -1 where none does. */
    static int lastBefore(List<Mention> mentions, int token) {
        int low = 0;
        int high = mentions.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mentions.get(middle).from < token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** The gender that the lexicon gives a name. */
    static Gender genderOf(Term term) {
        return switch (term.entry().value("gender").orElse("")) {
            case "f" -> Gender.F;
            case "m" -> Gender.M;
            default -> Gender.UNKNOWN;
        };
    }

    /** The kind of a body of the lexicon. */
    static Actor.Kind kindOf(Term body) {
        String type = body.entry().value("type").orElse("");
        return type.equals("media") || type.equals("news-agency") ? Actor.Kind.OUTLET : Actor.Kind.BODY;
    }

    /** Notes that others follow in one breath. */
    void beginJoint() {
        if (joinedFrom < 0) {
            joinedFrom = to;
        }
    }

    /** Where the mention's own words end, without those of the actors joined to it. */
    int ownTo() {
        return joinedFrom < 0 ? to : joinedFrom;
    }

    /** Whether an office or a sort stands in the mention, before the name or behind it. */
    boolean hasTitle() {
        return headToken >= 0 && titleEnd() > headToken;
    }

    /** Whether nothing but a title of address stands before the name. */
    boolean isOnlyAddressed() {
        return head.map(term -> term.entry().is("honorific")
                        && !term.entry().is("office")
                        && !term.entry().is("rank"))
                .orElse(false);
    }

    /** Where the words of the office end that begin with the head: before the name where that follows. */
    int titleEnd() {
        return nameFrom > headToken ? Math.min(titleTo, nameFrom) : titleTo;
    }

    boolean hasName() {
        return nameFrom >= 0;
    }

    /** "The delegation", whoever sent it. */
    boolean isDelegation() {
        return head.map(term -> term.entry().is("delegation")).orElse(false);
    }

    /** "His foreign minister": a pronoun says whose official it is. */
    boolean isOwnOffice() {
        return office.map(term -> term.entry().is("own")).orElse(false);
    }

    /** Whether a document, and nobody, is named. */
    boolean isPaper() {
        return head.map(term -> term.entry().is("paper")).orElse(false);
    }

    /** "The two ministers", "the two sides": one word for two, and nothing that says whose or who. */
    boolean isBarePair() {
        return number == Count.TWO && !hasName() && joint.isEmpty() && state.isEmpty() && to - from == 1;
    }

    /** "The two movements X and Y": a body by its name, behind a word that stands for both. */
    boolean isTwin() {
        return kind == Actor.Kind.BODY
                && known.isPresent()
                && headToken == from
                && head.isPresent()
                && (number == Count.TWO || !joint.isEmpty())
                && head.get().role().equals("du");
    }

    boolean isShared() {
        return sharedFrom >= 0;
    }

    boolean isPerson() {
        return kind == Actor.Kind.PERSON;
    }

    @Override
    public String toString() {
        return kind + " " + from + ".." + to + (guess ? "?" : "");
    }
}
