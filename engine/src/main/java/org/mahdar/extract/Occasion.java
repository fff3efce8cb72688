package org.mahdar.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.mahdar.language.Term;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Span;
import org.mahdar.model.TimeExpression;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Pattern;

/**
 * One occasion while it is being read: first a single mention of it, later all its mentions together. Tokens are half-open
 * ranges.
 */
final class Occasion {
    /** How sure it is where an occasion stands. */
    enum Certainty {
        /** Nothing said so. */
        NONE,
        /** The preposition before the noun: "during", "after". */
        LED,
        /** The tense of a verb. */
        GUESSED,
        /** A word that says so. */
        SAID
    }

    final Pattern pattern;
    final List<Evidence.Step> steps = new ArrayList<>();

    /** The noun or verb that names it. */
    final Term word;

    /** First token of the word that names it, and the token after it. */
    final int head;

    int headEnd;

    /** The verb under which it stands, or -1. */
    int governor = -1;

    /** First token of who holds it or is named first; -1 where the pattern names nobody. */
    int side = -1;

    /** First token of the other side, or -1. */
    int other = -1;

    /** The words that name it, with what follows directly. */
    int from;

    int to;

    /** Where what belongs to it ends. */
    int reach;

    /** The word that named it last. */
    int lastHead;

    Meeting.Kind kind;

    /** Whether it counts by itself, and does not only name again what was spoken of before. */
    boolean introduces;

    /** Whether its word is an everyday word too, so that parties must stand beside it. */
    boolean weak;

    /** Whether it counts whatever stands beside it. */
    boolean sure;

    /** States of which a delegation takes part. */
    final Set<Cluster> sent = new HashSet<>();

    /** Those whom a call was to; of two calls each was to one of them. */
    private List<Cluster> called = List.of();

    /** "To meet him": what somebody goes for, which is written like "for the meeting". */
    boolean purpose;

    /** Whether it is a further round of talks told before. */
    boolean further;

    /** Whether a pronoun says whose it is, though the noun bears none: "between him and". */
    boolean owned;

    /** Whether somebody says that he will hold it himself. */
    boolean mine;

    /** Whether no subject before is looked for: "between" names all sides, "which X hosts" whose it is. */
    boolean both;

    /** Whether "with" names the other side. */
    boolean with;

    /** Whether others take part whom nobody names. */
    boolean faceless;

    /** Whether something completes the noun: parties, a goal. */
    boolean complete;

    /** Whether a delegation without a name is the subject: those who sent it are named. */
    boolean delegated;

    /** Whether a goal is named, for visits. */
    boolean goes;

    /** Those who meet, in the order in which they are named, with what they are beyond parties. */
    final Map<Cluster, Optional<Meeting.Role>> parties = new LinkedHashMap<>();

    Meeting.Status status = Meeting.Status.HELD;
    Certainty certainty = Certainty.NONE;
    Optional<TimeExpression> time = Optional.empty();

    /** The TIMEX3 value concluded for it, where no time stands beside it. */
    Optional<String> inferredDate = Optional.empty();

    Optional<Meeting.Place> place = Optional.empty();

    /** Whether a place stands beside it, be it inside somebody's title. */
    boolean located;

    OptionalInt round = OptionalInt.empty();
    Optional<Span> level = Optional.empty();
    Optional<Span> about = Optional.empty();

    /** Its other mentions. */
    final List<Span> also = new ArrayList<>();

    Occasion(Matcher match, Term word, int headEnd) {
        this.pattern = match.pattern();
        this.word = word;
        this.head = match.start("event");
        this.headEnd = headEnd;
        this.from = head;
        this.to = headEnd;
        this.lastHead = head;
        this.side = match.start("side");
        this.other = match.start("other");
        this.governor = match.start() < head ? match.start() : -1;
        String as = pattern.setting("as").orElse("");
        // Where the pattern says what kind it is, its words do too.
        this.weak = word.entry().is("weak") && pattern.setting("kind").isEmpty();
        this.further = pattern.setting("role").map("round"::equals).orElse(false);
        this.owned = pattern.setting("role").map("own"::equals).orElse(false);
        this.sure = as.equals("sure");
        this.introduces = sure || as.equals("occasion");
        this.reach = Math.max(headEnd, match.end());
        this.kind = Meeting.Kind.valueOf(
                pattern.setting("kind").orElseGet(() -> kindOf(word)).toUpperCase(Locale.ROOT));
    }

    private static String kindOf(Term word) {
        for (Meeting.Kind kind : Meeting.Kind.values()) {
            if (word.entry().is(kind.word())) {
                return kind.word();
            }
        }
        throw new IllegalStateException(
                word.entry().place().where() + " names no kind of occasion among its tags: give it one");
    }

    boolean isVerb() {
        return word.entry().list().equals("meet");
    }

    boolean is(String tag) {
        return word.entry().is(tag);
    }

    boolean has(String feature) {
        return word.is(feature);
    }

    /** Adds a party; a role, once known, stays. */
    void add(Cluster cluster, Optional<Meeting.Role> role) {
        parties.merge(cluster, role, (known, more) -> known.isPresent() ? known : more);
    }

    /** Notes whom a call was to. */
    void call(List<Mention> others) {
        boolean call = kind == Meeting.Kind.CALL && !isVerb();
        called = call
                ? others.stream().map(mention -> mention.cluster).distinct().toList()
                : List.of();
    }

    /** Whether it is named whom a call was to: whoever called is another. */
    boolean isCallTo() {
        return !called.isEmpty() && !both;
    }

    /** Those who take part, once for each occasion that is told in one: of two calls each has one of the called. */
    List<Map<Cluster, Optional<Meeting.Role>>> each() {
        boolean apart =
                called.size() == 2 && parties.size() > 2 && parties.keySet().containsAll(called);
        if (!apart) {
            return List.of(parties);
        }
        List<Map<Cluster, Optional<Meeting.Role>>> out = new ArrayList<>();
        for (Cluster one : called) {
            Map<Cluster, Optional<Meeting.Role>> share = new LinkedHashMap<>(parties);
            share.keySet().removeIf(party -> called.contains(party) && party != one);
            out.add(share);
        }
        return out;
    }

    /** Takes over what another match says of the same word. */
    void absorb(Occasion match) {
        // "Refused to meet X": X, behind the noun, is whom he would have met.
        side = side < 0 && (match.side < 0 || match.side != other) ? match.side : side;
        other = other < 0 ? match.other : other;
        governor = governor < 0 ? match.governor : governor;
        introduces |= match.introduces;
        owned |= match.owned;
        sure |= match.sure;
        reach = Math.max(reach, match.reach);
        if (match.headEnd > headEnd) {
            headEnd = match.headEnd;
            to = Math.max(to, headEnd);
            kind = match.kind;
            weak = match.weak;
            further = match.further;
        }
    }

    void status(Meeting.Status said, Certainty how) {
        if (how.compareTo(certainty) > 0) {
            status = said;
            certainty = how;
        }
    }
}
