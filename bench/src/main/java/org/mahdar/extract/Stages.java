package org.mahdar.extract;

import java.util.List;
import org.mahdar.language.Language;
import org.mahdar.model.Story;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/**
 * The way of {@link StoryReader} up to a stage, for measuring: what a stage costs is what the way up to it costs more than
 * the way up to the one before. Lies in the engine's package because stages are nobody else's business.
 */
public final class Stages {
    /** Names of the stages in their order. */
    public static final List<String> NAMES = List.of(
            "words",
            "lexicon",
            "times",
            "classes",
            "actors",
            "identities",
            "statements",
            "papers",
            "meetings",
            "positions",
            "assessments");

    private final Language language;
    private final long[] classes;
    private final TimeFinder times;
    private final ActorFinder actors;
    private final Knowledge knowledge;
    private final Latin latin;
    private final StatementFinder statements;
    private final PartyFinder parties;
    private final MeetingFinder meetings;
    private final PaperFinder papers;
    private final PositionFinder positions;
    private final AssessmentFinder assessments;

    /** Prepares the finders. */
    public Stages(Language language) {
        this.language = language;
        this.classes = Reading.classes(language);
        this.times = new TimeFinder(language);
        this.actors = new ActorFinder(language);
        this.knowledge = new Knowledge(language);
        this.latin = new Latin(language);
        this.statements = new StatementFinder(language);
        this.parties = new PartyFinder(language);
        this.meetings = new MeetingFinder(language);
        this.papers = new PaperFinder(language);
        this.positions = new PositionFinder(language);
        this.assessments = new AssessmentFinder(language);
    }

    /** Reads a story up to a stage, that one included, and returns what came of it. */
    public Object upTo(int stage, Story story) {
        Text text = Text.of(story, language.letters());
        if (stage == 0) {
            return text;
        }
        Tape tape = language.tape(text);
        if (stage == 1) {
            return tape;
        }
        Times when = times.find(tape, story.published());
        if (stage == 2) {
            return when;
        }
        Reading reading = new Reading(language, classes, tape);
        if (stage == 3) {
            return reading;
        }
        List<Mention> who = actors.find(reading);
        parties.find(reading, who);
        if (stage == 4) {
            return who;
        }
        List<Cluster> clusters = new Clusters(reading, knowledge, when.day()).join(who);
        List<Cluster> known = new Identities(knowledge, latin, reading, when.day()).resolve(clusters, who);
        if (stage == 5) {
            return known;
        }
        List<Draft> said = statements.find(reading, who);
        if (stage == 6) {
            return said;
        }
        List<Document> tabled = papers.find(reading, who, said, when);
        if (stage == 7) {
            return tabled;
        }
        List<Occasion> met = meetings.find(reading, who, said, when, tabled);
        if (stage == 8) {
            return met;
        }
        Voices voices = new Voices(reading, said);
        Sides sides = new Sides(reading, knowledge, known);
        List<Stance> stances = positions.find(reading, who, said, voices, sides);
        if (stage == 9) {
            return stances;
        }
        return assessments.find(reading, voices);
    }
}
