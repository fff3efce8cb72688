package org.mahdar.extract;

import org.mahdar.language.Term;
import org.mahdar.pattern.Matcher;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Says whether the cue of a stance that is matched as a verb is one: many verbs are written like their verbal nouns. */
final class StanceVerbs {
    private static final long VERBAL =
            WordClass.bits(WordClass.AUXILIARY, WordClass.BE, WordClass.NEGATION, WordClass.RELATIVE);

    private static final long LEADS =
            WordClass.bits(WordClass.THAT, WordClass.LINK, WordClass.BE, WordClass.AUXILIARY, WordClass.NEGATION);

    private final Reading reading;
    private final Text text;
    private final Tape tape;
    private final Voices voices;
    private final StanceRoles roles;
    private final int masdar;
    private final int thatHe;

    StanceVerbs(Reading reading, Voices voices, StanceRoles roles) {
        this.reading = reading;
        this.text = reading.text();
        this.tape = reading.tape();
        this.voices = voices;
        this.roles = roles;
        this.thatHe = reading.language().symbol("that.pronoun");
        this.masdar = reading.language().symbol("stances.masdar");
    }

    /** A verb written like its verbal noun is one only where a verb can stand. */
    boolean allow(Matcher match) {
        int hit = match.hit("cue");
        if (hit < 0 || !(tape.payload(hit) instanceof Term term) || !(term.is("past") || term.is("pres"))) {
            return true;
        }
        int token = match.start("cue");
        boolean goesOn = isJoined(hit) && !reading.beginsClause(token);
        if (goesOn && match.start("party") > token && (!term.is("obj") || reading.endsLikeNoun(token))) {
            return false;
        }
        boolean article = (tape.clitics(hit) & Letters.ARTICLE) != 0;
        if (article || reading.is(token - 1, WordClass.PLAIN_PREPOSITION)) {
            return false;
        }
        int party = match.start("party");
        boolean subject = party >= 0 && party < token && reading.is(party - 1, WordClass.THAT);
        if (reading.is(token, WordClass.PREPOSITION) && !reading.beginsClause(token) && !subject) {
            // "Before" is written like "accepted".
            return false;
        }
        boolean bareThat = reading.is(token - 1, WordClass.THAT) && reading.find(token - 1, thatHe) < 0;
        if (bareThat
                && term.is("pres")
                && match.start("party") > token
                && voices.at(token).isPresent()) {
            // "We need that X keep it": what somebody else is to do.
            return false;
        }
        boolean future = (tape.clitics(hit) & Letters.FUTURE) != 0;
        boolean nounToo = !future && reading.find(token, masdar) >= 0;
        if (nounToo && (isTopic(token) || reading.is(token - 1, WordClass.THAT))) {
            return false;
        }
        return !nounToo
                || reading.beginsClause(token)
                || reading.isAny(token - 1, VERBAL)
                || reading.is(token - 1, WordClass.METONYM)
                || reading.mentionEndingAt(token).filter(this::leads).isPresent()
                || (text.kind(token - 1) != Text.WORD && match.start("party") >= 0);
    }

    /** Whether a verb is joined to what stands before it. */
    boolean isJoined(int hit) {
        return (tape.clitics(hit) & Letters.CONJ) != 0;
    }

    /** Whether an actor can be the subject of the verb behind him: none stands before him whose subject or object he is. */
    private boolean leads(Mention mention) {
        return reading.beginsClause(mention.from)
                || text.kind(mention.from - 1) != Text.WORD
                || reading.opensWithConjunction(mention.from)
                || reading.isAny(mention.from - 1, LEADS);
    }

    /** Whether the word is what somebody affirms: "affirmed its support for", and not "said: it supported". */
    private boolean isTopic(int token) {
        return voices.at(token)
                .filter(said -> !said.allQuoted && roles.startOf(said, token))
                .filter(said -> (text.isWord(token - 1) || reading.isComma(token - 1))
                        && !reading.is(token - 1, WordClass.THAT))
                .isPresent();
    }
}
