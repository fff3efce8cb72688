package org.mahdar.extract;

import java.util.List;
import org.mahdar.language.Language;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;
import org.mahdar.pattern.Tape;
import org.mahdar.text.Text;

/** The finders in their order. Thread-safe. */
public final class StoryReader {
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

    /** Prepares the finders for one language. */
    public StoryReader(Language language) {
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

    /** Reads one story; the lines below, top to bottom, are the whole way from text to minutes. */
    public Minutes read(Story story) {
        Text text = Text.of(story, language.letters());
        Tape tape = language.tape(text);
        Times when = times.find(tape, story.published());
        Reading reading = new Reading(language, classes, tape);
        List<Mention> who = actors.find(reading);
        parties.find(reading, who);
        new LentStates(reading).lend(who);
        new LentNames(reading, knowledge, when.day()).giveBack(who);
        List<Cluster> clusters = new Clusters(reading, knowledge, when.day()).join(who);
        Identities identities = new Identities(knowledge, latin, reading, when.day());
        List<Cluster> known = identities.resolve(clusters, who);
        Negotiations negotiations = new Negotiations(reading, known, knowledge, when.day());
        List<Draft> said = statements.find(reading, who);
        List<Document> tabled = papers.find(reading, who, said, when);
        List<Occasion> met = meetings.find(reading, who, known, negotiations, said, when, tabled);
        Cast cast = new Cast(reading);
        cast.use(said);
        tabled.forEach(document -> document.makers.forEach(cast::use));
        met.forEach(occasion -> occasion.parties.keySet().forEach(cast::use));
        Voices voices = new Voices(reading, said);
        Sides sides = new Sides(reading, knowledge, known, story.published());
        List<Stance> stances = positions.find(reading, who, said, voices, sides, met, tabled, story.published());
        List<Judgement> judgements = assessments.find(reading, said, voices);
        stances.forEach(stance -> stance.parties.forEach(cast::use));
        judgements.forEach(judgement -> cast.use(judgement.by));
        List<Cluster> listed = cast.of(known);
        identities.word(listed);
        Assembler minutes = new Assembler(reading, listed);
        return new Minutes(
                story,
                language.version(),
                minutes.actors(),
                when.expressions(),
                minutes.statements(said),
                minutes.meetings(met),
                minutes.positions(stances, said),
                minutes.papers(tabled),
                minutes.assessments(judgements),
                List.of());
    }
}
