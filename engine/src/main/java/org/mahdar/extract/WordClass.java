package org.mahdar.extract;

import java.util.List;

/** What finders ask of a word: each class is one or more names of the language pack. A pack may lack any of them. */
enum WordClass {
    /** Opens a reported clause. */
    THAT("that"),
    /** Before "that": no reported clause. */
    BEFORE_THAT("before-that"),
    /** Relative pronoun. */
    RELATIVE("relative"),
    /** Leads a prepositional phrase or an adverbial. */
    PREPOSITION("prepositions"),
    /** Preposition with a pronoun. */
    PREPOSITION_PRONOUN("prepositions.pronoun"),
    /** A closed-class word. */
    FUNCTION("function", "whether"),
    /** Demonstrative. */
    DEMONSTRATIVE("function.demonstrative"),
    /** Quantity word before a noun. */
    QUANTITY("function.quantity"),
    /** Number word. */
    CARDINAL("cardinals"),
    /** Simple preposition. */
    PLAIN_PREPOSITION(
            "prepositions.to",
            "prepositions.on",
            "prepositions.about",
            "prepositions.from",
            "prepositions.in",
            "prepositions.with",
            "prepositions.between",
            "prepositions.time",
            "prepositions.during"),
    /** Preposition of one letter that stands by itself, as before a quotation. */
    LONE_PREPOSITION("lone-prepositions"),
    /** Denies a verb. */
    NEGATION("negation"),
    /** Goes with a verb. */
    AUXILIARY("auxiliary"),
    /** "To be". */
    BE("function.be"),
    /** Adverb beside a verb. */
    ADVERB("adverbs"),
    /** Begins what is said, after a verb that takes an object. */
    TOPIC("topics"),
    /** Names an occasion. */
    OCCASION("occasions"),
    /** Reporting verb in a finite form. */
    SAY_FINITE("say.past", "say.pres"),
    /** Reporting participle. */
    SAY_PARTICIPLE("say.part"),
    /** A reporting verb that is also an everyday word. */
    SAY_WEAK("say.weak"),
    /** Noun that heads an actor's name. */
    HEAD("heads", "heads.f", "heads.pl", "heads.du"),
    /** Title of address. */
    HONORIFIC("heads.honorific"),
    /** Noun for somebody with an office or rank. */
    OFFICE("heads.office", "heads.rank"),
    /** Noun for people of knowledge or the media. */
    EXPERT("heads.expert"),
    /** Noun that heads the name of a body. */
    BODY_HEAD("heads.body", "heads.outlet", "heads.side"),
    /** Newspaper, channel, agency. */
    OUTLET_HEAD("heads.outlet"),
    /** An everyday word too. */
    WEAK_HEAD("heads.weak"),
    /** Name of an office, of one or more words. */
    OFFICE_TERM("offices"),
    /** Adjective of rank or kind. */
    ADJECTIVE("adjectives"),
    /** State. */
    STATE("states"),
    /** Adjective of a state. */
    STATE_ADJECTIVE("states.adjective"),
    /** State or state adjective that is also another word. */
    STATE_DOUBTFUL("states.doubtful", "states.doubtful-adjective"),
    /** Place that stands for a government. */
    METONYM("states.metonym"),
    /** City. */
    CITY("cities"),
    /** Body with a name of its own. */
    BODY("bodies"),
    /** City whose name is also another word. */
    CITY_DOUBTFUL("cities.doubtful"),
    /** Noun for a sort of place, before its name: "the province of". */
    PLACE_HEAD("place-heads"),
    /** What completes the name of a body behind a preposition written together with it: "of human rights". */
    BODY_TAIL("body-tails"),
    /** Name of a body that needs company. */
    BODY_DOUBTFUL("bodies.doubtful"),
    /** Full name of a person. */
    PERSON("people", "people.shared"),
    /** Short form that points to one person. */
    PERSON_SHORT("people.short"),
    /** Given name. */
    GIVEN("given-names"),
    /** Word that occurs in names. */
    NAME_TOKEN("name-tokens.often", "name-tokens.some", "name-tokens.family"),
    /** Word that occurs in names now and then. */
    NAME_RARE("name-tokens.rare"),
    /** Joins the parts of a name. */
    NAME_PARTICLE("name-particles"),
    /** Set phrase with which the story speaks for itself. */
    OWN_VOICE("own-voice"),
    /** After a refusal: nothing is said. */
    NOT_SAID("not-said"),
    /** Opens a clause of its own. */
    LINK("clause-links"),
    /** Verbal noun of saying. */
    SAY_NOUN("say.masdar"),
    /** Verb that describes the noun before it without a relative pronoun: "a source (who) refused". */
    DESCRIBER("describers"),
    /** Adjective that is completed by a preposition: "close to the government". */
    GOVERNOR("governors"),
    /** The story's own voice begins again. */
    BREAKER("breakers"),
    /** The same, where what is reported is no clause. */
    BREAKER_OF_PHRASE("breakers.phrase"),
    /** Makes a clause a condition. */
    CONDITION("conditions"),
    /** Noun for a thing that shows and never speaks. */
    THING("things"),
    /** "Attention", between a verb and its preposition. */
    ATTENTION("attention"),
    /** "On behalf": what is spoken for follows. */
    BEHALF("behalf"),
    /** Hands the word to another speaker. */
    OPENER("openers"),
    /** Passes another's words on. */
    RELAY("relay"),
    /** Attributes a clause to a source. */
    ACCORDING("according"),
    /** Time expression. */
    TIME("@time");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    static {
        if (values().length > Long.SIZE) {
            throw new AssertionError("A mask has room for " + Long.SIZE + " classes, and there are " + values().length);
        }
    }

    WordClass(String... names) {
        this.names = List.of(names);
    }

    /** Names of the language pack. */
    List<String> names() {
        return names;
    }

    /** The bit of this class in a mask of classes; masks live no longer than the process. */
    @SuppressWarnings("EnumOrdinal")
    long bit() {
        return 1L << ordinal();
    }

    /** The bits of several classes. */
    static long bits(WordClass... classes) {
        long mask = 0;
        for (WordClass wordClass : classes) {
            mask |= wordClass.bit();
        }
        return mask;
    }
}
