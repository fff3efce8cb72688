package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.Optional;
import org.mahdar.model.Actor.Kind;
import org.mahdar.text.Letters;
import org.mahdar.text.Text;

/** Reads on through the words of a noun phrase that has begun. */
final class PhraseWords {
    private final Reading reading;
    private final Text text;
    private final Nouns nouns;
    private final PhraseMarks marks;
    private final UnknownNames names;
    private final PhraseComplements complements;
    private final OtherTitles others;

    PhraseWords(Reading reading, Nouns nouns) {
        this.reading = reading;
        this.text = reading.text();
        this.nouns = nouns;
        this.names = new UnknownNames(reading, nouns);
        this.marks = new PhraseMarks(reading, nouns, this);
        this.complements = new PhraseComplements(reading, nouns, this);
        this.others = new OtherTitles(reading, nouns, names);
    }

    /** Takes words as long as they belong to the phrase. */
    void goOn(Phrase phrase, int limit) {
        while (phrase.to() < limit && step(phrase)) {
            // each step moves the end forward
        }
        phrase.endName();
    }

    private boolean step(Phrase phrase) {
        int token = phrase.to();
        byte kind = text.kind(token);
        if (kind == Text.MARK) {
            return marks.read(phrase, token);
        }
        if (kind == Text.NUMBER) {
            boolean numbered =
                    phrase.mention.head.map(head -> head.entry().is("paper")).orElse(false);
            return numbered && phrase.take(token + 1);
        }
        if (kind != Text.WORD) {
            return false;
        }
        if (reading.isArticle(token) && text.kind(token + 1) == Text.NUMBER) {
            return phrase.takeTitle(token + 2, true);
        }
        if (reading.length(token) < 2) {
            return complements.lone(phrase, token) || complements.abbreviated(phrase, token);
        }
        boolean met = reading.isDefinite(token) && others.meets(token);
        // "N. N. met" opens like a word with the article.
        if (met || others.isAnother(phrase, token) || others.isObjectOfCrowd(phrase.mention, token)) {
            return false;
        }
        if (nouns.hides(phrase.mention, token) || nouns.isTold(phrase, token) || names.isAddressed(phrase, token)) {
            return false;
        }
        if (phrase.phase != Phrase.Phase.AFTER_NAME && name(phrase, token)) {
            return true;
        }
        if (nouns.stops(token)) {
            return complements.read(phrase, token);
        }
        if (nouns.isTitle(token) && !beginsBody(phrase, token)) {
            return others.isNamesEnd(phrase, token) ? phrase.goOnName(token + 1, false) : title(phrase, token);
        }
        if (phrase.phase == Phrase.Phase.AFTER_NAME && phrase.appositions == 0) {
            return phrase.ofBody() && adjectiveOfName(phrase, token);
        }
        if (!phrase.inName()
                && (complements.twin(phrase, token) || complements.ownCountry(phrase, token) || place(phrase, token))) {
            return true;
        }
        if (phrase.inName() && names.isForeign(phrase, token)) {
            return indefinite(phrase, token);
        }
        boolean behind = reading.isAfterPreposition(token, ~0L) && !reading.is(token, WordClass.ADJECTIVE);
        if (behind || complements.isJoined(token) || complements.isGoverned(phrase, token)) {
            return complements.read(phrase, token);
        }
        if (reading.opensWith(token, Letters.CONJ) && !reading.is(token, WordClass.ADJECTIVE)) {
            return complements.coordinated(phrase, token);
        }
        return reading.isDefinite(token) ? definite(phrase, token) : indefinite(phrase, token);
    }

    /** "A secretary general of the party X": a body known by its whole name, which begins with the word for such bodies. */
    private boolean beginsBody(Phrase phrase, int token) {
        int body = phrase.inTitle() && !phrase.closed ? reading.hit(token, WordClass.BODY.bit(), false) : -1;
        int title = reading.hit(token, Nouns.TITLES, false);
        return body >= 0
                && title >= 0
                && reading.tape().end(body) > reading.tape().end(title);
    }

    /** A known word of names. */
    boolean name(Phrase phrase, int token) {
        Mention m = phrase.mention;
        boolean sure = nouns.isSureName(token);
        boolean particle = reading.is(token, WordClass.NAME_PARTICLE) && reading.isWord(token + 1);
        boolean rare = phrase.inName() && reading.is(token, WordClass.NAME_RARE) && !names.isWhole(phrase, token);
        boolean after = phrase.inName() && reading.is(token - 1, WordClass.NAME_PARTICLE) && !nouns.stops(token);
        // "The minister, Mr N. N.": a title of address that is a given name too.
        boolean address = phrase.inTitle() && phrase.titled && nouns.isAddress(token);
        if ((!sure && !particle && !rare && !after) || address || reading.isMarkedAccusative(token)) {
            return false;
        }
        if (nouns.speaksFor(phrase, token) || (nouns.speaksFor(phrase, token + 1) && !phrase.closed)) {
            return false;
        }
        if (phrase.inName()
                && m.known.isPresent()
                && reading.is(token, WordClass.TOPIC)
                && reading.isDefinite(token + 1)) {
            // "N. N. ruled out the return of the war": a known name is whole; "return" is a family name too.
            return false;
        }
        if (!phrase.inName() && phrase.beforeObject() && phrase.titled && names.isConstruct(token)) {
            return false;
        }
        int office = phrase.inName() ? reading.hit(token, Nouns.TITLES, false) : -1;
        boolean ofState = office >= 0
                && reading.is(token, WordClass.OFFICE)
                && !reading.isDefinite(token)
                && reading.is(token + 1, WordClass.STATE);
        // "Met X with the crown prince": the preposition and the first word are written like a name.
        int joined = phrase.inName() ? reading.hit(token, Nouns.TITLES, true) : -1;
        office = joined >= 0 ? joined : office;
        if (ofState || (office >= 0 && reading.tape().end(office) > token + 1)) {
            // A given name that an office begins with: "emir of Qatar", "crown prince".
            return false;
        }
        boolean function =
                reading.isAfterPreposition(token, bits(WordClass.TOPIC, WordClass.FUNCTION, WordClass.QUANTITY));
        if (function && !after && !reading.isAny(token, bits(WordClass.PERSON, WordClass.GIVEN))) {
            return false;
        }
        boolean inside = phrase.inName()
                && m.known.isEmpty()
                && sure
                && !nouns.isHeldBack(token)
                && reading.isAny(token + 1, Nouns.SURE_NAMES | WordClass.NAME_RARE.bit());
        boolean given = nouns.isGivenBefore(token)
                || names.opensGiven(token)
                || (phrase.inName() && nouns.isGivenBehind(token));
        if (nouns.stops(token) && !reading.is(token, WordClass.PERSON) && !inside && !given) {
            return false;
        }
        int known = reading.hit(token, Nouns.ANY_NAMES, false);
        if (!after
                && reading.opensWith(token, Letters.CONJ)
                && (known < 0 || reading.tape().clitics(known) != 0)) {
            return false;
        }
        boolean place = reading.isAny(token, bits(WordClass.METONYM, WordClass.STATE)) && !nouns.isAnyName(token + 1);
        if (phrase.phase == Phrase.Phase.TITLE
                && (place || names.describes(phrase, token) || completes(phrase, token))) {
            return false;
        }
        int person = reading.hit(token, Nouns.PERSONS, false);
        int end = person >= 0 ? reading.tape().end(person) : nouns.nameEnd(token);
        if (phrase.ofBody()) {
            // "the office of X", "the X centre": the name belongs to the body.
            if (phrase.closed) {
                return false;
            }
            m.to = end;
            return true;
        }
        // "His Highness the emir of the land": a given name that is an office too
        boolean held = reading.is(token, WordClass.OFFICE) && !phrase.inName() && !nouns.isAnyName(token + 1);
        if (nouns.isTitle(token) && (held || !reading.isAny(token, bits(WordClass.PERSON, WordClass.GIVEN)))) {
            return false;
        }
        if (phrase.inName()) {
            if (phrase.nameWords >= Nouns.MAX_NAME) {
                return false;
            }
            phrase.goOnName(end, particle);
        } else {
            if (others.isOfAnother(phrase, token) || (!phrase.closed && phrase.titled && isNamedAfter(token - 1))) {
                return namesake(phrase, token, end);
            }
            if (!phrase.closed && phrase.titled && (nouns.isTitle(token) || reading.isDefinite(token))) {
                return false;
            }
            phrase.beginName(token, end);
            if (m.kind == Kind.UNNAMED || m.kind == Kind.GROUP) {
                m.kind = m.number == Mention.Count.MANY ? Kind.GROUP : Kind.PERSON;
            }
            Mention.Gender named = nouns.genderOfName(token);
            if (m.gender == Mention.Gender.UNKNOWN || named == Mention.Gender.F) {
                m.gender = named;
            }
        }
        if (person >= 0 && m.known.isEmpty()) {
            m.known = Optional.of(reading.term(person));
        }
        return true;
    }

    /** "The government of X"; behind "the prime minister" a name is his own. */
    private boolean isNamedAfter(int token) {
        return isBodyHead(token) && !reading.isDefinite(token);
    }

    private boolean isBodyHead(int token) {
        return reading.is(token, WordClass.BODY_HEAD) || reading.isAfterPreposition(token, WordClass.BODY_HEAD.bit());
    }

    /** "The university of King …": the name belongs to the body that completes the title. */
    private boolean namesake(Phrase phrase, int token, int from) {
        int body = reading.hit(token - 1, WordClass.BODY.bit(), false);
        boolean known = body >= 0 && reading.tape().end(body) > token;
        return phrase.takeTitle(known ? reading.tape().end(body) : nouns.namesakeEnd(token, from), true);
    }

    /** Whether a place that some name is written like completes the title: "the governor of …". */
    private boolean completes(Phrase phrase, int token) {
        return phrase.titled && !phrase.closed && reading.isAny(token, bits(WordClass.CITY, WordClass.STATE));
    }

    /** Another title: before the name, or straight after it. */
    boolean title(Phrase phrase, int token) {
        Mention m = phrase.mention;
        int hit = reading.hit(token, Nouns.TITLES, false);
        int end = reading.tape().end(hit);
        if (phrase.inName()
                && m.number == Mention.Count.ONE
                && reading.term(hit).role().equals("pl")) {
            // "N. N. met the officials"
            return false;
        }
        if (phrase.inName()) {
            return titleOfName(phrase, token, end);
        }
        if (phrase.phase == Phrase.Phase.AFTER_NAME
                && (phrase.appositions == 0 || others.isFurther(phrase.mention, token))) {
            return false;
        }
        boolean royal = reading.isAny(token, Nouns.PERSON_TITLES | WordClass.HONORIFIC.bit()) && nouns.isSureName(end);
        if (!phrase.closed && royal && isNamedAfter(token - 1)) {
            return namesake(phrase, token, end);
        }
        if (phrase.closed && reading.is(token, WordClass.WEAK_HEAD) && reading.opensWithConjunction(token)) {
            return complements.coordinated(phrase, token);
        }
        if (phrase.closed && others.isSecond(m, token, end)) {
            return false;
        }
        if (phrase.closed && reading.isDefinite(token)) {
            if (reading.term(hit).entry().is("ministry") && reading.isDefinite(token - 1)) {
                // "foreign" after "relations", "affairs", "policy" is an adjective, not the ministry.
                m.to = token + 1;
                m.titleTo = m.to;
                return true;
            }
            boolean honoured =
                    m.head.map(head -> head.entry().is("honorific")).orElse(false) && phrase.to() == m.headToken + 1;
            boolean field = m.hasName() || (reading.ends("relation", token) && nouns.isAdjective(token));
            if (honoured && !field && !reading.isAny(token, Nouns.PERSON_TITLES | WordClass.HONORIFIC.bit())) {
                phrase.beginName(token, token + 1);
                return true;
            }
            if (reading.ends("feminine", token)
                    && reading.ends("feminine", token - 1)
                    && token - 1 == m.headToken
                    && reading.isDefinite(token - 1)
                    // "the government and the opposition"
                    && !(reading.opensWithConjunction(token) && reading.is(token, WordClass.BODY))
                    && !reading.isAny(token, Nouns.PERSON_TITLES | WordClass.HONORIFIC.bit())) {
                // "the organising committee": beside a feminine noun the word for an organisation is an adjective.
                return phrase.takeTitle(token + 1, true);
            }
            boolean adjective = reading.ends("relation", token)
                    || (reading.ends("feminine", token) && phrase.ofBody() && !reading.is(token, WordClass.BODY_HEAD));
            // "The diplomatic adviser of the president": the field that he advises in, and no second title
            boolean fieldOf = token - 1 == m.headToken
                    && (reading.opensWith(token + 1, Letters.L) || reading.is(m.headToken, WordClass.EXPERT));
            if (adjective && (m.kind == Kind.UNNAMED || fieldOf || !reading.isAny(token, Nouns.PERSON_TITLES))) {
                return definite(phrase, token);
            }
        }
        if (phrase.closed && reading.term(hit).entry().is("counterpart")) {
            return false;
        }
        if (phrase.closed) {
            boolean goesOn = reading.isAny(token, bits(WordClass.HONORIFIC, WordClass.OFFICE, WordClass.EXPERT))
                    || (reading.is(token, WordClass.ADJECTIVE) && agrees(phrase, token));
            boolean alone = phrase.to() == m.headToken + 1
                    && !m.head.map(head -> head.entry().is("honorific")).orElse(false)
                    && !reading.isAny(token, bits(WordClass.HONORIFIC, WordClass.ADJECTIVE));
            boolean delegation = m.head.map(head -> head.entry().is("delegation")
                                    || head.entry().is("side"))
                            .orElse(false)
                    && reading.isAny(token, Nouns.PERSON_TITLES)
                    && !reading.is(token, WordClass.ADJECTIVE);
            // "Said the conservative deputy N. N.": no second one, where nothing but what he says can follow
            boolean described = alone
                    && phrase.place == Phrase.Place.SUBJECT
                    && reading.isDefinite(token)
                    && nouns.isSureName(end)
                    && end == token + 1;
            if (described) {
                return phrase.takeTitle(end, true);
            }
            boolean object = delegation
                    || others.isOfAnotherState(phrase, token)
                    || (phrase.beforeObject()
                            && !reading.isDefinite(token)
                            && !reading.is(token, WordClass.HONORIFIC)
                            && !others.isSecondOffice(phrase, token))
                    || (alone && reading.isDefinite(token) && (end == token + 1 || others.meets(m.from - 1)))
                    || (m.number == Mention.Count.MANY && reading.isDefinite(token) && !reading.isDefinite(token - 1))
                    || (!m.hasName()
                            && others.meets(m.from - 1)
                            && (!reading.isDefinite(token)
                                    || (phrase.ofBody() && reading.isAny(token, Nouns.PERSON_TITLES))))
                    || (phrase.beforeObject() && phrase.ofBody() && !reading.is(token, WordClass.ADJECTIVE));
            if (!goesOn || object) {
                return false;
            }
        }
        if (reading.opensWith(token, Letters.CONJ) && reading.tape().clitics(hit) != 0) {
            return false;
        }
        if (m.headToken < 0 || m.head.map(head -> head.entry().is("honorific")).orElse(false)) {
            setTitle(phrase, token, end);
        }
        // "Conservative deputies": a plural that keeps its last letter has no noun behind it.
        boolean whole = m.number == Mention.Count.MANY && reading.ends("plural", end - 1);
        return phrase.takeTitle(end, whole || reading.isDefinite(end - 1));
    }

    /** A title straight after a name: "X the director of Y"; but not the object of the verb before. */
    private boolean titleOfName(Phrase phrase, int token, int end) {
        boolean direct = !phrase.beforeObject() || reading.is(token, WordClass.OFFICE);
        // A counterpart is another, so is who is joined by "and"; a title of address stands before the name it belongs
        // to.
        boolean another =
                reading.term(reading.hit(token, Nouns.TITLES, false)).entry().is("counterpart")
                        || (phrase.titled && reading.is(token, WordClass.HONORIFIC) && !others.governs(phrase, token));
        boolean joined = reading.opensWith(token, Letters.CONJ)
                && (reading.tape().clitics(reading.hit(token, Nouns.TITLES, false)) & Letters.CONJ) != 0;
        if (another
                || joined
                || !direct
                || (!phrase.titled && reading.isDefinite(token) && !others.sharesBearer(phrase, token))
                || others.isAimedAt(phrase.mention, token)
                || (phrase.titled
                        && phrase.place != Phrase.Place.SUBJECT
                        && !phrase.mention.isOnlyAddressed()
                        && !(reading.isDefinite(token)
                                ? others.sharesBearer(phrase, token)
                                : others.sameTitle(phrase, token)))
                || !reading.isAny(token, Nouns.PERSON_TITLES)) {
            return false;
        }
        apposition(phrase, token, end);
        return true;
    }

    /** Reads the head of a title that stands in apposition to what was read so far. */
    void apposition(Phrase phrase, int token, int end) {
        phrase.endName();
        phrase.phase = Phrase.Phase.AFTER_NAME;
        phrase.appositions++;
        setTitle(phrase, token, end);
        phrase.mention.to = end;
        phrase.closed = reading.isDefinite(end - 1);
    }

    private void setTitle(Phrase phrase, int token, int end) {
        int head = reading.hit(token, WordClass.HEAD.bit(), false);
        int office = reading.hit(token, WordClass.OFFICE_TERM.bit(), false);
        phrase.title(
                token,
                head < 0 ? Optional.empty() : Optional.of(reading.term(head)),
                office < 0 ? Optional.empty() : Optional.of(reading.term(office)),
                end);
    }

    /** A state, its adjective, a city or a body that completes the title. */
    boolean place(Phrase phrase, int token) {
        int adjective = reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), false);
        // "The minister called on the Turks": they are no adjective of one.
        boolean others = nouns.isPeople(token)
                && phrase.mention.number == Mention.Count.ONE
                && phrase.mention.office.isPresent()
                && reading.isDefinite(phrase.mention.headToken);
        if (adjective >= 0 && !others && reading.tape().clitics(adjective) != Letters.CONJ) {
            phrase.state(reading.term(adjective));
            return phrase.takeTitle(reading.tape().end(adjective), phrase.closed);
        }
        int hit = reading.hit(token, bits(WordClass.STATE, WordClass.BODY, WordClass.CITY), false);
        if (hit < 0
                || (phrase.closed && !reading.is(token, WordClass.ADJECTIVE))
                || nouns.endsInAdjective(phrase, token)
                || reading.tape().clitics(hit) == Letters.CONJ) {
            return false;
        }
        if (!complements.isPortfolio(token - 1)) {
            phrase.state(reading.term(hit));
        }
        return phrase.takeTitle(reading.tape().end(hit), true);
    }

    /** "The company «X» of Australia": an adjective behind the name of a body. */
    private boolean adjectiveOfName(Phrase phrase, int token) {
        int adjective = reading.hit(token, WordClass.STATE_ADJECTIVE.bit(), false);
        boolean agrees = adjective >= 0 && reading.tape().clitics(adjective) != Letters.CONJ;
        if (agrees) {
            phrase.state(reading.term(adjective));
            phrase.mention.to = reading.tape().end(adjective);
            return true;
        }
        boolean definite = reading.isDefinite(token) && !reading.opensWith(token, Letters.CONJ);
        if (definite && reading.is(token, WordClass.GOVERNOR)) {
            // "the site «X» specialised in …" goes on like a title
            phrase.appositions++;
            return phrase.takeTitle(token + 1, true);
        }
        boolean before = nouns.standsBeforeSpeech(token + 1) || reading.is(token + 1, WordClass.PREPOSITION);
        if (definite && (reading.is(token, WordClass.ADJECTIVE) || before)) {
            phrase.mention.to = token + 1;
            return true;
        }
        return false;
    }

    private boolean definite(Phrase phrase, int token) {
        if (phrase.closed
                && reading.isAny(token, bits(WordClass.OCCASION, WordClass.SAY_NOUN))
                && !reading.is(token, WordClass.ADJECTIVE)) {
            return false;
        }
        boolean other = reading.isAny(token, Nouns.PLACES) && !nouns.isSureName(token);
        if (phrase.inName() && (other || names.isSpeech(phrase, token))) {
            return false;
        }
        if (phrase.inName()) {
            boolean house = names.endsWithFather(phrase) && (!reading.isWord(token + 1) || nouns.stops(token + 1));
            boolean surname = (phrase.nameWords < 2 && phrase.mention.known.isEmpty() && !names.isFamily(phrase))
                    || house
                    || nouns.isAnyName(token)
                    || names.isFamilyName(token)
                    || (!phrase.beforeObject() && reading.is(token + 1, WordClass.THAT));
            boolean object = phrase.beforeObject()
                    && !house
                    && phrase.nameWords >= 2
                    && !nouns.isName(token)
                    && !names.isFamilyName(token);
            return surname && !object && phrase.nameWords < Nouns.MAX_NAME && phrase.goOnName(token + 1, false);
        }
        if (!phrase.closed) {
            return !nouns.endsInAdjective(phrase, token) && phrase.takeTitle(token + 1, true);
        }
        if (nouns.isCounted(phrase.mention, token)) {
            return phrase.takeTitle(token + 1, true);
        }
        if (phrase.beforeObject() && reading.is(token, WordClass.TOPIC) && !nouns.standsBeforeSpeech(token + 1)) {
            return false; // "The opposition refused participation": no adjective
        }
        if (reading.isAny(token, bits(WordClass.ADJECTIVE, WordClass.GOVERNOR)) || reading.ends("relation", token)) {
            return agrees(phrase, token) && phrase.takeTitle(token + 1, true);
        }
        if (reading.ends("plural", token) && reading.ends("plural", token - 1) && reading.isDefinite(token - 1)) {
            // "the supervisor of the students registered": beside a plural another plural is an adjective.
            return phrase.takeTitle(token + 1, true);
        }
        // "The Egyptian (woman) minister visited Doha": no adjective
        boolean feminine =
                reading.ends("feminine", token) && !reading.isAny(token, bits(WordClass.CITY, WordClass.METONYM));
        if (phrase.beforeObject() || phrase.mention.guess || (feminine && !phrase.anywhere())) {
            return false;
        }
        if (phrase.anywhere()) {
            return feminine
                    && phrase.mention.gender == Mention.Gender.F
                    && !reading.isAny(token, bits(WordClass.TOPIC, WordClass.SAY_NOUN))
                    && phrase.takeTitle(token + 1, true);
        }
        if (phrase.ofPerson()) {
            if (nouns.isAnyName(token) && !phrase.mention.hasName() && !nouns.isAdjective(token)) {
                phrase.beginName(token, token + 1);
                return true;
            }
            if (phrase.place != Phrase.Place.SUBJECT || phrase.verbGoverns("cause")) {
                return false;
            }
        }
        return phrase.takeTitle(token + 1, true);
    }

    /** Behind a noun that stands by itself an adjective has its gender; behind two it may belong to either. */
    private boolean agrees(Phrase phrase, int token) {
        Mention m = phrase.mention;
        boolean bare = m.headToken >= 0 && phrase.to() == m.headToken + 1;
        if (bare && reading.is(m.headToken, WordClass.STATE_ADJECTIVE) && nouns.isPeople(m.headToken)) {
            // "Asked the Turks to act": beside a people a word in the singular is no adjective.
            return reading.ends("plural", token);
        }
        boolean alone = bare && m.number == Mention.Count.ONE;
        return !(alone && m.gender == Mention.Gender.M && reading.ends("feminine", token));
    }

    private boolean indefinite(Phrase phrase, int token) {
        Mention m = phrase.mention;
        boolean construct = !phrase.closed && phrase.titled && m.kind == Kind.PERSON && !phrase.inName();
        if (reading.is(token, WordClass.GOVERNOR) && token - 1 == m.headToken && m.kind == Kind.UNNAMED) {
            // "Sources following the talks": what completes the word stands behind it.
            return phrase.takeTitle(token + 1, false);
        }
        if ((reading.is(token, WordClass.TOPIC) && !construct)
                || reading.is(token, WordClass.CARDINAL)
                || (phrase.closed && reading.is(token, WordClass.OCCASION))) {
            return false;
        }
        boolean foreign = nouns.isAnyName(token) && (nouns.isAnyName(token + 1) || names.isStrange(token + 1));
        if (!nouns.isName(token)
                && !foreign
                && ((reading.opens("verb", token)
                                && !reading.endsLikeNoun(token)
                                && !(phrase.inName() && !reading.isWord(token + 1)))
                        || reading.isMarkedAccusative(token)
                        || (reading.isAny(
                                        token, bits(WordClass.SAY_PARTICIPLE, WordClass.SAY_NOUN, WordClass.DESCRIBER))
                                && !(construct && reading.endsLikeNoun(token))))) {
            return false;
        }
        if (phrase.inName()) {
            boolean ended = !reading.is(token, WordClass.NAME_RARE) && !names.mayGoOn(phrase, token);
            boolean object = (phrase.beforeObject() && ended) || names.isWhole(phrase, token);
            // "X answered with a smile"
            boolean manner = nouns.mayBearPreposition(token) && reading.ends("feminine", token);
            boolean known = (m.known.isPresent() || manner) && !nouns.isName(token);
            boolean named = !phrase.anywhere()
                    || (phrase.titled
                            && (reading.is(token + 1, WordClass.SAY_FINITE)
                                    || reading.is(token + 1, WordClass.OFFICE)
                                    || names.endsName(token)
                                    || names.reachesReport(token)
                                    || names.endsGiven(phrase, token)));
            return named
                    && !object
                    && !known
                    && phrase.nameWords < UnknownNames.MAX_WORDS
                    && phrase.goOnName(token + 1, false);
        }
        if (!phrase.closed && others.isEvent(token) && nouns.endsInAdjective(phrase, token)) {
            // "An Israeli delegation will hold a session of talks"
            return false;
        }
        if (!phrase.closed) {
            boolean free = !(m.guess && phrase.beforeObject()) && !nouns.mayBearPreposition(token);
            return free && phrase.takeTitle(token + 1, false);
        }
        if (reading.is(token - 1, WordClass.PLACE_HEAD) && names.isPlace(token)) {
            return phrase.takeTitle(token + 1, true);
        }
        if (m.kind == Kind.PERSON
                && phrase.titled
                && !m.guess
                && m.number == Mention.Count.ONE
                && (names.opensName(token) || names.opensPair(phrase, token))
                && !(phrase.beforeObject() && names.isConstruct(token))) {
            phrase.beginName(token, names.endOfName(token));
            return true;
        }
        // After a complete title an unknown noun without article is a name.
        boolean unnamed =
                phrase.ofPerson() && phrase.titled && !m.guess && !m.hasName() && !reading.is(token, WordClass.ADVERB);
        if (unnamed && !phrase.anywhere() && m.number == Mention.Count.ONE) {
            boolean object = phrase.beforeObject()
                    && (names.isConstruct(token) || !nouns.isAnyName(token))
                    && !nouns.isName(token + 1)
                    && !names.mayGoOn(phrase, token);
            if (!object
                    && !names.isPlace(token)
                    && !(reading.isAny(token + 1, bits(WordClass.THAT, WordClass.PREPOSITION)) && names.isManner(token))
                    && (!nouns.mayBearPreposition(token)
                            || nouns.isAnyName(token)
                            || nouns.standsBeforeSpeech(token + 1))) {
                phrase.beginName(token, token + 1);
                return true;
            }
        }
        return false;
    }
}
