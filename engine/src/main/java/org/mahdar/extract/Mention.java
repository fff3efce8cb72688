package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    /** Grammatical number. */
    enum Number {
        ONE,
        TWO,
        MANY,
        UNKNOWN
    }

    final int from;
    int to;
    Actor.Kind kind = Actor.Kind.PERSON;
    Gender gender = Gender.UNKNOWN;
    Number number = Number.ONE;

    /** Whether nothing but its place beside a reporting verb says that this is an actor. */
    boolean guess;

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

    /** ISO code of the state whose name or adjective stands inside; empty where none does. */
    String state = "";

    /** A second and further actor named in one breath with this one. */
    final List<Mention> joint = new ArrayList<>();

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
        number = Number.UNKNOWN;
        guess = other.guess;
        nameFrom = other.nameFrom;
        nameTo = other.nameTo;
        headToken = other.headToken;
        head = other.head;
        known = other.known;
        office = other.office;
        titleTo = other.titleTo;
        state = other.state;
        joint.addAll(other.joint);
    }

    boolean hasName() {
        return nameFrom >= 0;
    }

    boolean isPerson() {
        return kind == Actor.Kind.PERSON;
    }

    @Override
    public String toString() {
        return kind + " " + from + ".." + to + (guess ? "?" : "");
    }
}
