package org.mahdar.extract;

import java.util.List;
import java.util.Optional;
import org.mahdar.language.Term;
import org.mahdar.model.Actor.Kind;

/** The noun phrase of an actor while it is being read: the mention it fills, and how far the reading has come. */
final class Phrase {
    /** What a caller knows of the place where a phrase is read. */
    enum Place {
        /** Anywhere: only what surely names an actor is read. */
        ANYWHERE,
        /** After a verb of speech and nothing else: whatever noun stands there speaks. */
        SUBJECT,
        /** After a reporting verb that takes an object too: the subject must be told from the object. */
        SUBJECT_BEFORE_OBJECT,
        /** At the head of a clause that soon comes to a verb of speech. */
        SUBJECT_BEFORE_VERB,
        /** After a word such as "according to". */
        SOURCE
    }

    /** Which part of the phrase is being read. */
    enum Phase {
        TITLE,
        NAME,
        AFTER_NAME
    }

    /** Prepositions with which a verb takes what is said; features of the verb and of the preposition alike. */
    private static final List<String> GOVERNED = List.of("to", "on", "about", "from", "in");

    final Mention mention;
    final Place place;

    /** The reporting verb before the phrase; empty where none is. */
    final Optional<Term> verb;

    Phase phase = Phase.TITLE;

    /** How many words the name has so far. */
    int nameWords;

    /** Whether the noun read last needs no further noun to be definite. */
    boolean closed;

    /** Whether an office or a word for a sort of actor has been read. */
    boolean titled;

    /** How many appositions have been read. */
    int appositions;

    Phrase(Mention mention, Place place, Optional<Term> verb) {
        this.mention = mention;
        this.place = place;
        this.verb = verb;
    }

    /** Whether the verb before the phrase takes what is said with the preposition of that name. */
    boolean verbGoverns(String preposition) {
        return verb.isPresent() && verb.get().entry().is(preposition);
    }

    /** Whether the verb before the phrase takes what is said with this preposition. */
    boolean wants(Term preposition) {
        return GOVERNED.stream()
                .anyMatch(name -> verbGoverns(name) && preposition.entry().is(name));
    }

    int to() {
        return mention.to;
    }

    /** Whether titles are being read: before the name, or in an apposition to it. */
    boolean inTitle() {
        return phase == Phase.TITLE || appositions > 0;
    }

    boolean inName() {
        return phase == Phase.NAME;
    }

    boolean isSubject() {
        return place == Place.SUBJECT || place == Place.SOURCE;
    }

    boolean beforeObject() {
        return place == Place.SUBJECT_BEFORE_OBJECT;
    }

    boolean anywhere() {
        return place == Place.ANYWHERE;
    }

    boolean ofPerson() {
        return mention.kind == Kind.PERSON || mention.kind == Kind.UNNAMED;
    }

    boolean ofBody() {
        return mention.kind == Kind.BODY || mention.kind == Kind.OUTLET;
    }

    /** Takes words that belong to the title. */
    boolean takeTitle(int to, boolean complete) {
        mention.to = to;
        mention.titleTo = to;
        closed = complete;
        return true;
    }

    /** Takes what belongs to the phrase and is neither title nor name. */
    boolean take(int to) {
        endName();
        mention.to = to;
        return true;
    }

    void beginName(int from, int to) {
        phase = Phase.NAME;
        mention.nameFrom = from;
        nameWords = 1;
        mention.to = to;
    }

    /** Takes more words of the name; particles between them do not make it longer. */
    boolean goOnName(int to, boolean particle) {
        nameWords += particle ? 0 : to - mention.to;
        mention.to = to;
        return true;
    }

    void endName() {
        if (phase == Phase.NAME) {
            mention.nameTo = mention.to;
            phase = Phase.AFTER_NAME;
        }
    }

    /** Notes the state a word of the phrase belongs to, where none is known yet. */
    void state(Term term) {
        if (mention.state.isEmpty()) {
            mention.state = term.entry()
                    .value("iso3")
                    .or(() -> term.entry().value("state"))
                    .orElse("");
        }
    }

    /** Notes an office and a word for a sort of actor. */
    void title(int token, Optional<Term> head, Optional<Term> office, int to) {
        if (mention.headToken < 0 || !titled) {
            mention.headToken = token;
        }
        titled = true;
        if (head.isPresent()
                && mention.head.map(term -> term.entry().is("honorific")).orElse(true)) {
            mention.head = head;
            if (!mention.hasName()) {
                mention.classify(head.get());
            }
        }
        if (mention.office.isEmpty()) {
            mention.office = office;
        }
        mention.titleTo = to;
    }
}
