package org.mahdar.extract;

import java.util.Optional;
import java.util.Set;
import org.mahdar.language.Language;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.model.Paper;
import org.mahdar.model.TimeExpression;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Reads on from the noun that names a document: its name, its makers, its date and what is done with it. */
final class PaperReader {
    /** How many words a name takes at most. */
    private static final int MAX_NAME = 22;
    /** How far before the noun what is done with the document may stand. */
    private static final int BEFORE = 5;
    /** How many words of the noun's own phrase tell it from others. */
    private static final int MAX_TRAITS = 6;
    /** How far behind the name its date may stand. */
    private static final int NEAR = 6;
    /** How many words may stand between "not" and what has not been done. */
    private static final int DENIAL = 5;

    /** What is done with a document by those who make it. */
    private static final Set<String> CREATED = Set.of("signed", "initialled", "issued", "adopted", "drafted", "agreed");

    private static final long PLACES = WordClass.bits(WordClass.CITY, WordClass.CITY_DOUBTFUL, WordClass.METONYM);

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final Topics topics;
    private final TimeExpression[] timeAt;
    private final int papers;
    private final int acts;
    private final int makers;
    private final int hypotheses;
    private final int after;
    private final int pronouns;
    private final int done;
    private final int becoming;
    private final int relays;
    private final int numbers;

    PaperReader(Reading reading, Topics topics, Times when) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.topics = topics;
        this.timeAt = new TimeExpression[reading.size() + 1];
        for (TimeExpression time : when.expressions()) {
            if (Timex.isWhen(time)) {
                timeAt[text.tokenAt(time.span().start())] = time;
            }
        }
        Language language = reading.language();
        this.papers = language.symbol("papers");
        this.acts = language.symbol("paper-acts");
        this.makers = language.symbol("paper-makers");
        this.hypotheses = language.symbol("hypotheses");
        this.after = language.symbol("prepositions.time");
        this.pronouns = language.symbol("function.pronoun");
        this.done = language.symbol("done");
        this.becoming = language.symbol("becomings");
        this.numbers = language.symbol("numberings");
        this.relays = language.symbol("relay");
    }

    void read(Document document) {
        name(document);
        document.supposed = isSupposed(document);
        document.addressed = document.kind == Paper.Kind.LETTER && isAddressed(document);
        document.named = text.opens(document.headEnd) >= 0 || reading.isAny(document.headEnd, PLACES);
        makers(document);
        act(document);
        document.time = time(document);
    }

    /** Takes the words of the name: nouns and adjectives, what it is about, a relative clause. */
    private void name(Document document) {
        int limit = Math.min(text.sentenceEnd(document.head), document.headEnd + MAX_NAME);
        int token = document.headEnd;
        boolean core = true;
        boolean clause = false;
        boolean relative = false;
        while (token < limit) {
            if (reading.is(token, WordClass.RELATIVE)
                    || reading.find(token, makers) >= 0
                    || (core && reading.find(token, acts) >= 0 && token > document.headEnd)) {
                core = false;
            }
            boolean dated = token == document.headEnd && document.kind == Paper.Kind.AGREEMENT;
            if (timeAt[token] != null && ((!core && !clause) || dated)) {
                // "Between the parties on 30 June (of the other calendar) 2012": the day closes the name.
                document.to =
                        Math.max(token + 1, text.tokenAt(timeAt[token].span().end() - 1) + 1);
                break;
            }
            if (timeAt[token] != null && !core) {
                // "Signed in July/the seventh month of last year": its marks do not end the name.
                token = Math.max(token + 1, text.tokenAt(timeAt[token].span().end() - 1) + 1);
                document.to = token;
                if (!reading.is(token, WordClass.PREPOSITION)) {
                    break;
                }
                continue;
            }
            if (text.kind(token) == Text.MARK) {
                int q = text.opens(token);
                boolean name = q >= 0
                        && text.quotations().get(q).closed()
                        && core
                        && !reading.is(token + 1, WordClass.PREPOSITION)
                        && !isVerb(token + 1);
                if (!name) {
                    break;
                }
                int end = text.quotations().get(q).close() + 1;
                traits(document, token + 1, end - 1);
                token = end;
                document.to = token;
                continue;
            }
            relative |= reading.is(token, WordClass.RELATIVE);
            boolean told = !relative && ((isSubject(document) && isPredicate(token)) || isOfVerb(document, token));
            boolean own = token == document.headEnd && reading.is(token, WordClass.PREPOSITION_PRONOUN);
            if (told || own || isRelayed(document, token) || isObject(document, token)) {
                break;
            }
            if (!clause && isCircumstance(token)) {
                // "Before guarantees are given" tells of the sentence, and not of the document.
                break;
            }
            if (core && !isDefiniteNoun(document) && isVerb(token)) {
                // "An agreement that provides for": no relative pronoun stands behind an indefinite noun.
                core = false;
            }
            clause |= reading.is(token, WordClass.RELATIVE)
                    || (reading.find(token, acts) >= 0 && token > document.headEnd && !reading.isDefinite(token))
                    || (!core && !isDefiniteNoun(document));
            if (!goesOn(token, core) || (!core && !clause && isPredicate(token)) || becomes(token)) {
                break;
            }
            if (core && !reading.is(token, WordClass.PREPOSITION)) {
                traits(document, token, token + 1);
            }
            if (reading.is(token, WordClass.PREPOSITION)) {
                core = false;
            }
            Optional<Mention> mention = StatementFinder.mentionAt(reading, token);
            int end = mention.isPresent() && core ? Math.max(token + 1, Math.min(mention.get().to, limit)) : token + 1;
            if (core) {
                traits(document, token, end);
            }
            token = end;
            document.to = token;
        }
        while (document.to > document.headEnd
                && (reading.is(document.to - 1, WordClass.PREPOSITION)
                        || (reading.isWord(document.to - 1) && reading.length(document.to - 1) == 1))) {
            document.to--;
        }
        document.fullness = document.to - document.head - 1;
    }

    private void traits(Document document, int from, int to) {
        for (int token = from; token < to && document.traits.size() < MAX_TRAITS; token++) {
            if (reading.isWord(token) && !reading.is(token, WordClass.ADJECTIVE) && reading.length(token) > 2) {
                document.traits.add(reading.bare(token));
            } else if (text.kind(token) == Text.NUMBER) {
                document.number = document.number.isEmpty() ? text.form(token) : document.number;
            }
        }
    }

    private boolean isVerb(int token) {
        boolean present = !reading.isDefinite(token)
                && reading.opens("verb", token)
                && StatementFinder.mentionAt(reading, token).isEmpty();
        int act = reading.find(token, acts);
        boolean past = act >= 0 && reading.term(act).is("past");
        return (present && act < 0) || past;
    }

    /** What the sentence says of the document, no part of its name. */
    private boolean isPredicate(int token) {
        return isVerb(token)
                || reading.is(token, WordClass.BE)
                || reading.isAny(token, WordClass.bits(WordClass.AUXILIARY, WordClass.NEGATION));
    }

    /** "The statement quoted N. N.": behind "about" stands whose words it passes on. */
    private boolean isRelayed(Document document, int token) {
        int hit = reading.hit(token, WordClass.PREPOSITION.bit(), false);
        return token == document.headEnd
                && hit >= 0
                && reading.term(hit).entry().is("about")
                && reading.find(document.head - 1, relays) >= 0;
    }

    /** "The report held (the government) responsible": behind a noun with the article an actor belongs to the verb before both. */
    private boolean isObject(Document document, int token) {
        return token == document.headEnd
                && reading.isDefinite(document.head)
                && reading.isDefinite(token)
                && StatementFinder.mentionAt(reading, token)
                        .filter(mention -> mention.from == token && mention.headToken == token)
                        .filter(mention ->
                                mention.kind == Actor.Kind.BODY || (mention.isPerson() && mention.to > token + 1))
                        .isPresent();
    }

    /** "That any agreement with X meets obstacles": right behind the particle it is the subject of the next verb. */
    private boolean isSubject(Document document) {
        return reading.is(document.head - 1, WordClass.THAT)
                || (reading.is(document.head - 1, WordClass.QUANTITY) && reading.is(document.head - 2, WordClass.THAT));
    }

    /** "Sceptics of the agreement with X vowed to press": behind a party, what "b" leads belongs to the verb. */
    private boolean isOfVerb(Document document, int token) {
        return token > document.headEnd
                && isDefiniteNoun(document)
                && reading.opensWith(token, Letters.B)
                && reading.isDefinite(token)
                && StatementFinder.mentionAt(reading, token).isEmpty()
                && reading.mentionEndingAt(token)
                        .filter(mention -> mention.from > document.head)
                        .isPresent();
    }

    /** "Before", "after" something: neither "by" somebody, nor what tells when it was signed, nor a day. */
    private boolean isCircumstance(int token) {
        return reading.find(token, after) >= 0
                && timeAt[token + 1] == null
                && reading.find(token - 1, acts) < 0
                && !reading.is(token - 1, WordClass.PREPOSITION);
    }

    /** "Will be", "became": with it the sentence says what has become of the document, unless it opens a relative clause. */
    private boolean becomes(int token) {
        return reading.find(token, becoming) >= 0
                && !reading.opensWithConjunction(token)
                && !reading.isAny(
                        token - 1, WordClass.bits(WordClass.RELATIVE, WordClass.NEGATION, WordClass.AUXILIARY));
    }

    private boolean isDefiniteNoun(Document document) {
        return reading.isDefinite(document.head)
                || reading.isDefinite(document.headEnd - 1)
                || document.word.is("poss");
    }

    /** "A letter to the secretary": who gets it stands right behind the noun. */
    private boolean isAddressed(Document document) {
        int hit = reading.hit(document.headEnd, WordClass.PREPOSITION.bit(), false);
        return hit >= 0
                && reading.term(hit).entry().is("to")
                && StatementFinder.mentionAt(reading, tape.end(hit)).isPresent();
    }

    private boolean isSupposed(Document document) {
        for (int token = document.head - 1; token >= Math.max(0, document.head - BEFORE); token--) {
            int hit = reading.find(token, hypotheses);
            if (hit >= 0 && tape.end(hit) >= document.head - 1) {
                // "After an agreement was reached": it is there.
                return reading.find(token - 1, after) < 0;
            }
        }
        return false;
    }

    private boolean goesOn(int token, boolean core) {
        if (text.kind(token) == Text.BREAK
                || reading.is(token, WordClass.THAT)
                || reading.is(token, WordClass.LINK)
                || reading.is(token, WordClass.SAY_PARTICIPLE)
                || reading.find(token, pronouns) >= 0
                || (reading.opensWithConjunction(token)
                        && ((reading.is(token, WordClass.SAY_FINITE) && !isParty(token))
                                || reading.is(token, WordClass.DEMONSTRATIVE)))
                || (reading.is(token, WordClass.SAY_FINITE) && core && !reading.is(token, WordClass.SAY_WEAK))) {
            return false;
        }
        boolean other = reading.find(token, papers) >= 0 && !reading.isDefinite(token);
        if (other && reading.opensWithConjunction(token)) {
            return false;
        }
        if (!core) {
            return true;
        }
        boolean verb = isVerb(token);
        if (timeAt[token] != null
                || verb
                || reading.isAny(token, WordClass.bits(WordClass.ADVERB, WordClass.AUXILIARY, WordClass.NEGATION))) {
            return false;
        }
        if (reading.opensWithConjunction(token) && !reading.isDefinite(token)) {
            // "A statement of this state and that one"
            return isParty(token) && reading.mentionEndingAt(token).isPresent();
        }
        boolean adjective =
                reading.isDefinite(token) || reading.ends("relation", token) || reading.is(token, WordClass.ADJECTIVE);
        boolean open = !reading.isDefinite(token - 1);
        if (adjective && !open && !reading.isDefinite(token) && reading.find(token - 1, papers) >= 0) {
            // "The agreement is bilateral", "leads the agreement to an end": what does not agree with it is said of it.
            return false;
        }
        boolean led = reading.is(token, WordClass.PREPOSITION)
                || reading.isAfterPreposition(token, ~0L)
                || reading.find(token, makers) >= 0
                || reading.is(token, WordClass.RELATIVE)
                || reading.find(token, numbers) >= 0
                || text.kind(token) == Text.NUMBER;
        return led
                || adjective
                || open
                || StatementFinder.mentionAt(reading, token).isPresent();
    }

    /** Somebody known by name. */
    private boolean isParty(int token) {
        return StatementFinder.mentionAt(reading, token)
                .filter(mention -> mention.known.isPresent())
                .isPresent();
    }

    private void makers(Document document) {
        document.definite = isDefinite(document);
        StatementFinder.mentionAt(reading, document.head)
                .filter(Mention::isPaper)
                .flatMap(mention -> mention.issuer)
                .ifPresent(issuer -> document.makers.add(issuer.cluster));
        if (document.side >= 0 && (document.act < 0 || !document.definite || creates(document.act))) {
            add(document, document.side);
        }
        boolean tabled = document.kind == Paper.Kind.DRAFT && !document.makers.isEmpty();
        for (int token = document.headEnd; token < document.to && !tabled; token++) {
            int link = reading.find(token, makers);
            if (link >= 0 && !reading.term(link).entry().is("about")) {
                add(document, tape.end(link));
            } else if (token == document.headEnd
                    || (reading.opensWith(token, Letters.L) && token < document.headEnd + 3)) {
                add(document, token);
            }
        }
        boolean told =
                (document.kind == Paper.Kind.STATEMENT || document.kind == Paper.Kind.REPORT || document.addressed)
                        && reading.is(document.head - 1, WordClass.PREPOSITION)
                        && !document.definite;
        if (document.makers.isEmpty() && told) {
            topics.teller(document.head).ifPresent(document.makers::add);
        }
        if (document.makers.isEmpty() && document.word.is("poss")) {
            topics.before(document.head, mention -> Topics.agrees(document.word, mention))
                    .ifPresent(mention -> document.makers.add(mention.cluster));
        }
    }

    /** Whether what is done makes the document: "issued", "signed", not "presented". */
    private boolean creates(int token) {
        int hit = reading.find(token, acts);
        return hit >= 0
                && reading.term(hit)
                        .entry()
                        .value("status")
                        .map(CREATED::contains)
                        .orElse(false);
    }

    /** With the article, a possessive pronoun or a definite noun that completes it. */
    private boolean isDefinite(Document document) {
        int next = document.headEnd;
        boolean annexed = StatementFinder.mentionAt(reading, next)
                .filter(mention -> !reading.standsBehindPreposition(next))
                .filter(mention -> mention.hasName() || mention.known.isPresent() || reading.isDefinite(mention.to - 1))
                .isPresent();
        return annexed || isDefiniteNoun(document) || reading.is(document.head - 1, WordClass.DEMONSTRATIVE);
    }

    private void add(Document document, int token) {
        int at = token;
        for (int step = 0; step < MAX_TRAITS; step++) {
            Optional<Mention> mention = StatementFinder.mentionAt(reading, at);
            if (mention.isEmpty()) {
                return;
            }
            if (Topics.canMeet(mention.get()) || mention.get().kind == Actor.Kind.OUTLET) {
                document.makers.add(mention.get().cluster);
                mention.get().joint.stream()
                        .filter(Topics::canMeet)
                        .forEach(joint -> document.makers.add(joint.cluster));
            }
            at = mention.get().to;
            if (!reading.opensWithConjunction(at)) {
                return;
            }
        }
    }

    /** The nearest word before the noun, or inside its name, that says what is done with the document, or is denied to be. */
    private void act(Document document) {
        int from = Math.max(
                text.sentenceStart(text.sentence(document.head)),
                (document.act >= 0 ? document.act : document.head) - BEFORE);
        for (int token = document.head - 1; token >= from && document.status.isEmpty(); token--) {
            document.status = statusAt(token);
            document.denied = document.status.isPresent() && isDenied(token);
        }
        for (int token = document.headEnd; token < document.to && document.status.isEmpty(); token++) {
            document.status = statusAt(token);
        }
    }

    /** "Was not signed", "the signing has not been carried out so far". */
    private boolean isDenied(int token) {
        int at = token - 1;
        for (int step = 0; step < DENIAL && text.kind(at) == Text.WORD && !reading.denies(at); step++) {
            if (reading.is(at, WordClass.THAT) || reading.opensWithConjunction(at)) {
                return false;
            }
            at--;
        }
        return at >= 0 && reading.denies(at) && (at == token - 1 || reading.find(at + 1, done) >= 0);
    }

    private Optional<String> statusAt(int token) {
        int hit = reading.find(token, acts);
        if (hit < 0) {
            return Optional.empty();
        }
        Term term = reading.term(hit);
        return term.entry().value("status");
    }

    private Optional<TimeExpression> time(Document document) {
        int end = Math.min(text.sentenceEnd(document.head), document.to + NEAR);
        for (int token = document.headEnd; token < end; token++) {
            if (reading.is(token, WordClass.THAT)) {
                break;
            }
            if (timeAt[token] != null) {
                return Optional.of(timeAt[token]);
            }
        }
        if (document.act >= 0) {
            for (int token = document.act; token < document.head; token++) {
                if (timeAt[token] != null) {
                    return Optional.of(timeAt[token]);
                }
            }
        }
        return Optional.empty();
    }
}
