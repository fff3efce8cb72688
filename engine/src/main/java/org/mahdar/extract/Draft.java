package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Evidence;
import org.mahdar.model.Span;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Pattern;

/** A statement while it is being read: what the pattern took, then where its content ends, then who speaks. */
final class Draft {
    final Pattern pattern;
    final String mode;
    final List<Evidence.Step> steps = new ArrayList<>();

    /** Tokens of the reporting word, a denial before it and a preposition after it included. */
    int cueFrom;

    int cueTo;

    /** First and last token of all that the pattern took. */
    final int matchFrom;

    final int matchTo;

    /** The reporting verb; empty for other cues. */
    final Optional<Term> verb;

    /** First token of what is said, or -1. */
    int contentFrom;

    /** Opening token of the quotation that is said, or -1. */
    final int quoteFrom;

    Optional<Mention> source = Optional.empty();
    Optional<Mention> hearer = Optional.empty();
    final List<Mention> relay = new ArrayList<>();
    boolean negated;

    /** The pieces of what is said, and whether they stand in quotation marks. */
    final List<Span> content = new ArrayList<>();

    boolean allQuoted;
    boolean partQuoted;
    Optional<Span> occasion = Optional.empty();

    /** Who speaks, once it is known. */
    Optional<Cluster> speaker = Optional.empty();

    Draft(Matcher match, Optional<Term> verb) {
        this.pattern = match.pattern();
        this.mode = pattern.setting("as").orElse("");
        this.verb = verb;
        this.cueFrom = match.start("cue");
        this.cueTo = match.end("cue");
        this.matchFrom = match.start();
        this.matchTo = match.end();
        this.contentFrom = match.start("content");
        this.quoteFrom = match.start("quote");
    }

    boolean is(String feature) {
        return verb.isPresent() && verb.get().is(feature);
    }

    /** Whether the reporting verb governs such a thing (a tag of the list of verbs). */
    boolean governs(String tag) {
        return verb.isPresent() && verb.get().entry().is(tag);
    }

    /** Whether the cue is a participle that carries on the sentence before it. */
    boolean isParticiple() {
        return is("part");
    }

    boolean isFinite() {
        return is("past") || is("pres");
    }

    /** Where what is said begins, in tokens. */
    int saidFrom() {
        return quoteFrom >= 0 ? quoteFrom : contentFrom;
    }
}
