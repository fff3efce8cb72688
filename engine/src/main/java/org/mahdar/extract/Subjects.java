package org.mahdar.extract;

import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Finds the subject that stands before a verb of speech: "the delegation affirmed", "the envoy, who said". */
final class Subjects {
    /** How many words that describe an actor may stand between its name and the relative pronoun. */
    private static final int MAX_BETWEEN = 6;

    /** How far back the actor may stand that a relative pronoun fits where the nearer one is of another gender. */
    private static final int MAX_BACK = 12;

    /** How many words may hand the word to somebody else. */
    private static final int MAX_OPENER = 3;

    private static final long NO_DESCRIPTION =
            WordClass.bits(WordClass.SAY_FINITE, WordClass.THAT, WordClass.RELATIVE, WordClass.AUXILIARY);

    /** What is said or written, and the occasion for it. */
    private static final long SPEECH = WordClass.bits(WordClass.SAY_NOUN, WordClass.OCCASION);

    private static final long NO_THING =
            WordClass.bits(WordClass.SAY_FINITE, WordClass.THAT, WordClass.RELATIVE, WordClass.BE, WordClass.AUXILIARY);

    private static final long NO_DOING = WordClass.bits(
            WordClass.PREPOSITION,
            WordClass.FUNCTION,
            WordClass.HEAD,
            WordClass.SAY_FINITE,
            WordClass.RELATIVE,
            WordClass.THAT,
            WordClass.LINK,
            WordClass.ADJECTIVE,
            WordClass.STATE_ADJECTIVE);

    private Subjects() {}

    /** Who stands before a verb as its subject, or as what the relative pronoun before it refers to. */
    static Optional<Mention> before(Reading reading, Draft draft) {
        int cue = draft.cueFrom;
        if (reading.opensWithConjunction(cue)) {
            return Optional.empty();
        }
        int before = cue;
        while (reading.is(before - 1, WordClass.AUXILIARY) || reading.is(before - 1, WordClass.NEGATION)) {
            before--;
        }
        boolean relative = reading.is(before - 1, WordClass.RELATIVE);
        if (relative) {
            before--;
        }
        Optional<Mention> earlier = saidEarlier(reading, before)
                .or(() -> caller(reading, draft))
                .or(() -> relative ? Optional.empty() : appositive(reading, draft))
                .or(() -> relative ? Optional.empty() : speechOf(reading, cue));
        if (earlier.isPresent()) {
            return earlier;
        }
        if (!relative) {
            before = beforeOpener(reading, before);
        }
        int pronoun = before;
        boolean parted = before > 0 && reading.isComma(before - 1);
        if (parted) {
            before--;
        }
        Optional<Mention> mention = reading.mentionEndingAt(before);
        if (relative) {
            Optional<Mention> nearest = mention.or(() -> reading.mentionEndingAt(beforeNumber(reading, cue - 1)));
            if (isObject(reading, pronoun, draft)) {
                // "The remarks of N. N. in which he said": they are his.
                return nearest.filter(actor -> !draft.is("f") && actor.gender != Mention.Gender.F && actor.isPerson());
            }
            return nearest.isPresent() && fits(reading, pronoun, nearest.get())
                    ? nearest
                    : described(reading, pronoun, before, nearest.isPresent())
                            .filter(actor -> reading.text().kind(pronoun - 1) == Text.MARK)
                            .or(() -> nearest);
        }
        Optional<Mention> first = parted ? Optional.empty() : mention.flatMap(m -> described(reading, draft, m));
        if (first.isPresent()) {
            return first;
        }
        return mention.filter(m -> reading.beginsClause(m.from)
                || (reading.opensWithConjunction(m.from) && reading.isComma(m.from - 1))
                || reading.is(m.from - 1, WordClass.BE)
                || (!parted && (!isObject(reading, m) || opensClause(reading, m, draft))));
    }

    /** "But a diplomat (who) went with the delegation said": behind who has no article a verb and its object describe him. */
    private static Optional<Mention> described(Reading reading, Draft draft, Mention object) {
        int verb = object.from - 1;
        boolean told = draft.isFinite()
                && draft.is("sg")
                && reading.isWord(verb)
                && !reading.isDefinite(verb)
                && !reading.isAny(verb, NO_DOING)
                && !reading.isAfterPreposition(verb, ~0L)
                && !reading.opensWithConjunction(verb)
                && !reading.opensWithConjunction(object.from)
                && !reading.standsBehindPreposition(object.from);
        return told
                ? reading.mentionEndingAt(verb)
                        .filter(m -> m.headToken >= 0
                                && !m.hasName()
                                && (m.kind == Actor.Kind.UNNAMED || m.isPerson())
                                && m.number == Mention.Count.ONE
                                && !reading.isDefinite(m.headToken)
                                && !reading.isDefinite(m.to - 1)
                                && draft.is("f") == (m.gender == Mention.Gender.F)
                                && (reading.beginsClause(m.from) || reading.isAfterLink(m.from)))
                : Optional.empty();
    }

    /** "… talks and the opposition demands": a verb in the singular is that of one party only, the conjunction begins a clause. */
    static boolean opensClause(Reading reading, Mention m, Draft draft) {
        boolean one = m.number == Mention.Count.ONE && draft.is("sg") && draft.isFinite();
        boolean agrees = draft.is("f") ? m.gender == Mention.Gender.F : m.gender == Mention.Gender.M;
        return one
                && agrees
                && !m.guess
                && m.to == draft.cueFrom
                && reading.mentionEndingAt(m.from).isEmpty()
                && reading.opensWithConjunction(m.from)
                && !reading.standsBehindPreposition(m.from);
    }

    /** "Athens for its part demands": the token before words that hand the word to somebody else. */
    private static int beforeOpener(Reading reading, int end) {
        for (int at = end - 1; at >= Math.max(0, end - MAX_OPENER); at--) {
            int hit = reading.hit(at, WordClass.OPENER.bit(), false);
            boolean own = hit >= 0
                    && reading.tape().end(hit) == end
                    && !reading.term(hit).entry().is("other");
            if (own && !reading.opensWithConjunction(at)) {
                return reading.isComma(at - 1) ? at - 1 : at;
            }
        }
        return end;
    }

    /** "He got a call from N. N. in which he voiced", "… a letter from N. N., in which": who called or wrote says it. */
    private static Optional<Mention> caller(Reading reading, Draft draft) {
        int from = reading.language().symbol("prepositions.from");
        int end = reading.isComma(draft.cueFrom - 1) ? draft.cueFrom - 1 : draft.cueFrom;
        Optional<Mention> mention = reading.is(draft.cueTo, WordClass.PREPOSITION_PRONOUN)
                ? reading.mentionEndingAt(end).or(() -> reading.mentionEndingAt(beforeAside(reading, end)))
                : Optional.empty();
        return mention.filter(m -> {
            // "The envoy to N., N. N.": title and name may have been read apart.
            int first = reading.mentionEndingAt(m.from)
                    .filter(title -> title.isPerson() && !title.hasName() && m.isPerson())
                    .map(title -> title.from)
                    .orElse(m.from);
            return reading.find(first - 1, from) >= 0 && isMessage(reading, first - 2);
        });
    }

    /** "…, on the occasion of the feast,": where the comma before a circumstance stands; the same place where none does. */
    private static int beforeAside(Reading reading, int end) {
        for (int at = end - 1; reading.isComma(end) && at > end - MAX_BETWEEN && reading.isWord(at); at--) {
            boolean circumstance = reading.is(at, WordClass.PREPOSITION) || reading.isAfterPreposition(at, ~0L);
            if (reading.isComma(at - 1)) {
                return circumstance ? at - 1 : end;
            }
        }
        return end;
    }

    /** Whether a call or a letter ends with the token, an adjective behind it or none. */
    private static boolean isMessage(Reading reading, int last) {
        int calls = reading.language().symbol("events");
        int letters = reading.language().symbol("papers.letter");
        boolean described = reading.is(last, WordClass.ADJECTIVE) || reading.ends("accusative", last);
        int letter = Math.max(reading.find(last, letters), reading.find(last - 1, letters));
        return reading.find(last, calls) >= 0 || (described && reading.find(last - 1, calls) >= 0) || letter >= 0;
    }

    /** "In a statement of the envoy, affirmed that": whose words the circumstance before the verb tells of. */
    private static Optional<Mention> speechOf(Reading reading, int cue) {
        int end = reading.isComma(cue - 1) ? cue - 1 : cue;
        return reading.mentionEndingAt(end).filter(m -> {
            int speech = reading.is(m.from - 1, WordClass.ADJECTIVE) ? m.from - 2 : m.from - 1;
            // "In a statement to the agency" somebody else spoke.
            boolean hears = m.kind == Actor.Kind.OUTLET || m.number == Mention.Count.MANY;
            return !hears
                    && reading.opensWith(m.from, Letters.L)
                    && reading.isAny(speech, SPEECH)
                    && reading.is(speech - 1, WordClass.PREPOSITION)
                    && reading.beginsClause(speech - 1);
        });
    }

    /** "Was Russia, the ally of N., had criticised": behind "was" and an apposition between commas the verb has its subject. */
    private static Optional<Mention> appositive(Reading reading, Draft draft) {
        int close = draft.cueFrom - 1;
        while (reading.is(close, WordClass.AUXILIARY)) {
            close--;
        }
        if (close == draft.cueFrom - 1 || !reading.isComma(close)) {
            return Optional.empty();
        }
        for (int open = close - 1; open > Math.max(0, close - MAX_BACK) && reading.isWord(open); open--) {
            if (reading.isComma(open - 1)) {
                return reading.mentionEndingAt(open - 1)
                        .filter(m -> reading.is(m.from - 1, WordClass.BE) && reading.beginsClause(m.from - 1));
            }
        }
        return Optional.empty();
    }

    /** "An envoy had (before) called it", word for word "it preceded to an envoy that he called it". */
    private static Optional<Mention> saidEarlier(Reading reading, int end) {
        int that = end - 1;
        if (!reading.is(that, WordClass.THAT)) {
            return Optional.empty();
        }
        int preceded = reading.language().symbol("precedings");
        if (reading.is(that - 1, WordClass.PREPOSITION_PRONOUN) && reading.find(that - 2, preceded) >= 0) {
            return reading.mentionEndingAt(that - 2);
        }
        return reading.mentionEndingAt(that)
                .filter(m -> reading.standsBehindPreposition(m.from) && reading.find(m.from - 1, preceded) >= 0);
    }

    /** "The adviser N. N. for security affairs, who said", "N. N., a student at the university, who (he) says". */
    private static Optional<Mention> described(Reading reading, int pronoun, int end, boolean other) {
        int floor = Math.max(
                reading.text().sentenceStart(reading.sentenceOf(pronoun)), end - (other ? MAX_BACK : MAX_BETWEEN));
        for (int at = end - 1; at > floor; at--) {
            Optional<Mention> mention = reading.mentionEndingAt(at)
                    .filter(actor -> !actor.guess && fits(reading, pronoun, actor))
                    .filter(actor -> actor.hasName()
                            || (!other && actor.kind == Actor.Kind.OUTLET)
                            || (!other
                                    && actor.kind == Actor.Kind.BODY
                                    && reading.text().partner(end - 1) >= 0));
            if (mention.isPresent()) {
                return mention;
            }
            boolean apart = !other && (reading.isComma(at) || reading.endsLikeVerb(at));
            if (apart || reading.isAny(at, NO_DESCRIPTION)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * "But the vote of the Cypriots rules out": a thing that begins the clause, and no verb between it and one in the
     * present: it shows something, and nobody says it.
     */
    static boolean isThing(Reading reading, Draft draft) {
        int cue = draft.cueFrom;
        if (draft.source.isPresent()) {
            // "The crisis of Spain reveals": whose thing it is stands before the verb.
            int noun = draft.source.get().from - 1;
            int verb = reading.is(cue - 1, WordClass.AUXILIARY) ? cue - 1 : cue;
            return draft.source.get().to == verb && reading.is(noun, WordClass.THING) && !reading.isDefinite(noun);
        }
        if (!draft.is("pres") || reading.opensWithConjunction(cue)) {
            return false;
        }
        int at = reading.isComma(cue - 1) ? cue - 2 : cue - 1;
        while (at > cue - MAX_BACK && reading.isWord(at) && !reading.isAny(at, NO_THING) && !reading.beginsClause(at)) {
            at--;
        }
        while (at < cue && reading.isAny(at, WordClass.bits(WordClass.LINK, WordClass.DEMONSTRATIVE))) {
            at++;
        }
        boolean begins =
                reading.beginsClause(at) || reading.isAfterLink(at) || reading.is(at - 1, WordClass.DEMONSTRATIVE);
        return at < cue && begins && reading.is(at, WordClass.THING);
    }

    /** "The treaty, of which (it) she said that it": the verb is of another gender than what the pronoun refers to. */
    private static boolean isObject(Reading reading, int pronoun, Draft draft) {
        Term term = reading.term(reading.hit(pronoun, WordClass.RELATIVE.bit(), false));
        return draft.isFinite()
                && term.entry().is("sg")
                && !draft.is("pl")
                && !draft.is("du")
                && !draft.is("first")
                && term.entry().is("f") == draft.is("m");
    }

    /** Whether gender and number of the relative pronoun are those of the actor. */
    private static boolean fits(Reading reading, int pronoun, Mention actor) {
        int hit = reading.hit(pronoun, WordClass.RELATIVE.bit(), false);
        Term term = reading.term(hit);
        if (!term.entry().is("sg") || actor.number != Mention.Count.ONE) {
            return true;
        }
        return term.entry().is("f") ? actor.gender != Mention.Gender.M : actor.gender != Mention.Gender.F;
    }

    /** "Resolution no. 2231, which": where the words of a number begin that end there; the same place where none do. */
    static int beforeNumber(Reading reading, int end) {
        if (end < 2 || reading.text().kind(end - 1) != Text.NUMBER) {
            return end;
        }
        return reading.mentionEndingAt(end - 1).isPresent() ? end - 1 : end - 2;
    }

    private static boolean isObject(Reading reading, Mention m) {
        return reading.standsBehindPreposition(m.from)
                || reading.is(m.from - 1, WordClass.PREPOSITION)
                || reading.opensWithConjunction(m.from);
    }
}
