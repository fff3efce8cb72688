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
    private final StatementFinder statements;
    private final PositionFinder positions;
    private final AssessmentFinder assessments;
    private final Sides.Knowledge knowledge;

    /** Prepares the finders for one language. */
    public StoryReader(Language language) {
        this.language = language;
        this.classes = Reading.classes(language);
        this.times = new TimeFinder(language);
        this.actors = new ActorFinder(language);
        this.statements = new StatementFinder(language);
        this.positions = new PositionFinder(language);
        this.assessments = new AssessmentFinder(language);
        this.knowledge = Sides.Knowledge.of(language);
    }

    /** Reads one story; the lines below, top to bottom, are the whole way from text to minutes. */
    public Minutes read(Story story) {
        Text text = Text.of(story, language.letters());
        Tape tape = language.tape(text);
        Times when = times.find(tape, story.published());
        Reading reading = new Reading(language, classes, tape);
        List<Mention> who = actors.find(reading);
        new Clusters(reading).join(who);
        List<Draft> said = statements.find(reading, who);
        Voices voices = new Voices(reading, said);
        List<Stance> stances = positions.find(reading, who, said, voices, new Sides(reading, knowledge, who));
        List<Judgement> judgements = assessments.find(reading, voices);
        Assembler minutes = new Assembler(reading, who);
        return new Minutes(
                story,
                language.version(),
                minutes.actors(),
                when.expressions(),
                minutes.statements(said),
                List.of(),
                minutes.positions(stances, said),
                List.of(),
                minutes.assessments(judgements),
                List.of());
    }
}
