package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mahdar.model.Assessment;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Statement;

/** Computes dossiers: the same definition over the same minutes gives the same dossier. */
public final class Dossiers {
    private final Words words;
    private final Known known;

    /**
     * Computes with what a language knows.
     *
     * @param words how words are compared
     * @param known what the language knows of states and bodies
     */
    public Dossiers(Words words, Known known) {
        this.words = words;
        this.known = known;
    }

    /** The dossier over these stories, in whatever order they come; those that it does not ask for are left out. */
    public Dossier of(Definition definition, List<Reading> stories) {
        Sides sides = new Sides(words, known);
        Selection selection = new Selection(definition, words, sides);
        List<Reading> taken = stories.stream()
                .filter(selection::takes)
                .sorted(Comparator.<Reading, LocalDate>comparing(
                                r -> r.minutes().story().published().orElse(LocalDate.MAX))
                        .thenComparing(Reading::story))
                .toList();
        taken.forEach(reading -> sides.meet(reading.minutes()));
        return new Work(definition, selection, sides, words).dossier(taken);
    }

    /** Whether a story would belong to the dossier. */
    public boolean takes(Definition definition, Reading story) {
        return new Selection(definition, words, new Sides(words, known)).takes(story);
    }

    /** One computation. */
    private static final class Work {
        private final Definition definition;
        private final Selection selection;
        private final Sides sides;
        private final Words words;
        private final Rounds rounds;
        private final Papers papers;
        private final Gatherer<Said> sayings = new Gatherer<>();
        private final Gatherer<Held> positions = new Gatherer<>();
        private final Gatherer<Judged> judgements = new Gatherer<>();
        private final Parties parties;

        private record Said(Reading reading, Statement statement, Who speaker, Line line, String words) {}

        private record Held(
                Position position, Side party, String issue, Optional<Who> voice, Line line, String words) {}

        private record Judged(Assessment assessment, Who by, Line line) {}

        Work(Definition definition, Selection selection, Sides sides, Words words) {
            this.definition = definition;
            this.selection = selection;
            this.sides = sides;
            this.words = words;
            this.rounds = new Rounds(sides);
            this.papers = new Papers(sides, words);
            this.parties = new Parties(sides, selection);
        }

        Dossier dossier(List<Reading> taken) {
            for (Reading reading : taken) {
                parties.meet(reading);
                meetings(reading);
                statements(reading);
                positions(reading);
                reading.minutes().papers().stream()
                        .filter(paper -> concerns(reading.minutes(), paper))
                        .forEach(paper -> papers.add(reading, paper));
                assessments(reading);
            }
            List<Line> loose = new ArrayList<>();
            List<Round> occasions = rounds.rounds(loose);
            occasions.forEach(parties::met);
            List<Saying> said = sayings();
            said.forEach(parties::said);
            return new Dossier(
                    parties.list(definition.parties()),
                    occasions,
                    loose,
                    new Ledger(positions.groups().stream().map(Work::stand).toList()),
                    papers.documents(),
                    said,
                    judgements.groups().stream().map(Work::judgement).toList(),
                    coverage(taken));
        }

        private void meetings(Reading reading) {
            Minutes minutes = reading.minutes();
            for (Meeting meeting : minutes.meetings()) {
                Set<String> keys = new HashSet<>();
                meeting.participants().forEach(ref -> keys.add(sides.key(minutes, minutes.actor(ref))));
                meeting.roles().keySet().forEach(ref -> keys.add(sides.key(minutes, minutes.actor(ref))));
                long ours = selection.parties(keys);
                boolean matter =
                        selection.isOnMatter(Selection.join(minutes.story().text(), meeting.spans()));
                if (ours >= 2 || matter || (ours == 1 && isNegotiation(meeting))) {
                    rounds.add(reading, meeting);
                }
            }
        }

        private static boolean isNegotiation(Meeting meeting) {
            return switch (meeting.kind()) {
                case TALKS, SESSION, SIGNING, CONFERENCE -> true;
                case MEETING, CALL, VISIT, SUMMIT -> meeting.round().isPresent();
            };
        }

        private Set<String> set(String text) {
            return new LinkedHashSet<>(words.of(text));
        }

        private void statements(Reading reading) {
            Minutes minutes = reading.minutes();
            String text = minutes.story().text();
            for (Statement statement : minutes.statements()) {
                if (statement.speaker().isEmpty()) {
                    continue;
                }
                Who speaker = sides.who(minutes, statement.speaker().get());
                String said = Selection.join(text, statement.content());
                if (selection.isParty(speaker.side().key()) || selection.isOnMatter(said)) {
                    Line line = Line.of(reading, statement.id(), statement.cue());
                    sayings.add(speaker.key(), set(said), line, new Said(reading, statement, speaker, line, said));
                }
            }
        }

        private List<Saying> sayings() {
            List<Saying> out = new ArrayList<>();
            for (List<Said> group : sayings.groups()) {
                Said full = group.stream()
                        .max(Comparator.comparingInt(said -> said.words().length()))
                        .orElseThrow();
                String line = words.line(full.words());
                List<Saying.Carrier> carriers = new ArrayList<>();
                for (Said said : group) {
                    Minutes minutes = said.reading().minutes();
                    carriers.add(new Saying.Carrier(
                            said.line(),
                            said.words(),
                            !words.line(said.words()).equals(line),
                            said.statement().relay().stream()
                                    .map(ref -> minutes.actor(ref).name())
                                    .toList()));
                }
                out.add(new Saying(
                        full.speaker(),
                        full.statement().act(),
                        full.statement().kind(),
                        full.words(),
                        carriers.get(0).line().published(),
                        carriers));
            }
            out.sort(Comparator.comparing(
                    (Saying saying) -> saying.day().orElse(LocalDate.MIN), Comparator.reverseOrder()));
            return out;
        }

        private void positions(Reading reading) {
            Minutes minutes = reading.minutes();
            for (Position position : minutes.positions()) {
                Side party = sides.side(minutes, position.party());
                String held = Selection.join(minutes.story().text(), position.content());
                String issue = selection.issue(held + " " + position.issue());
                if (selection.isParty(party.key())) {
                    Line line = Line.of(reading, position.id(), position.span());
                    Optional<Who> voice = voice(minutes, position);
                    String bucket = party.key() + " " + position.act().word() + " " + issue;
                    positions.add(bucket, set(held), line, new Held(position, party, issue, voice, line, held));
                }
            }
        }

        /** Who says so for the party, where somebody other than the party itself does. */
        private Optional<Who> voice(Minutes minutes, Position position) {
            return position.statement()
                    .flatMap(id -> minutes.statements().stream()
                            .filter(statement -> statement.id().equals(id))
                            .findFirst())
                    .flatMap(Statement::speaker)
                    .map(ref -> sides.who(minutes, ref))
                    .filter(who -> !who.key().equals(who.side().key()));
        }

        private static Stand stand(List<Held> group) {
            Held first = group.get(0);
            return new Stand(
                    first.party(),
                    first.issue(),
                    first.position().act(),
                    first.line().published(),
                    first.words(),
                    group.stream().flatMap(held -> held.voice().stream()).findFirst(),
                    group.stream().map(Held::line).toList());
        }

        private boolean concerns(Minutes minutes, Paper paper) {
            boolean ours = paper.by().stream()
                    .map(ref -> sides.key(minutes, minutes.actor(ref)))
                    .anyMatch(selection::isParty);
            return ours || selection.isOnMatter(Selection.join(minutes.story().text(), paper.spans()));
        }

        private void assessments(Reading reading) {
            Minutes minutes = reading.minutes();
            for (Assessment assessment : minutes.assessments()) {
                Who by = sides.who(minutes, assessment.by());
                Line line = Line.of(reading, assessment.id(), assessment.span());
                String bucket = by.key() + " " + assessment.polarity().word();
                judgements.add(bucket, set(line.words()), line, new Judged(assessment, by, line));
            }
        }

        private static Judgement judgement(List<Judged> group) {
            Judged first = group.get(0);
            return new Judgement(
                    first.by(),
                    first.assessment().polarity(),
                    first.line().published(),
                    first.line().words(),
                    group.stream().map(Judged::line).toList());
        }
    }

    /** What these stories cover. */
    static Coverage coverage(List<Reading> stories) {
        Map<String, Integer> outlets = new TreeMap<>();
        TreeMap<LocalDate, Integer> days = new TreeMap<>();
        Set<Integer> groups = new HashSet<>();
        int undated = 0;
        for (Reading reading : stories) {
            groups.add(reading.group());
            outlets.merge(reading.minutes().story().outlet().orElse(""), 1, Integer::sum);
            Optional<LocalDate> day = reading.minutes().story().published();
            if (day.isPresent()) {
                days.merge(day.get(), 1, Integer::sum);
            } else {
                undated++;
            }
        }
        if (days.isEmpty()) {
            return new Coverage(
                    stories.size(), groups.size(), outlets, days, undated, Optional.empty(), Optional.empty(), 0);
        }
        Days all = new Days(days.firstKey(), days.lastKey());
        return new Coverage(
                stories.size(),
                groups.size(),
                outlets,
                days,
                undated,
                Optional.of(all.first()),
                Optional.of(all.last()),
                (int) all.length() - days.size());
    }
}
