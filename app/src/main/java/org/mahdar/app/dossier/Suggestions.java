package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.mahdar.model.Actor;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Span;

/**
 * Finds negotiations by who keeps meeting whom about what. Stories are taken one after the other, in any order and number;
 * what is kept of each is which words and sides it has.
 *
 * <p>A story counts where it tells of talks, of a paper that binds, or of what a side wants, and names two sides there. A
 * side is at the centre of a negotiation where the words that name these lines are not those of everybody's: a side that
 * meets everybody about everything is at the centre of none.
 *
 * <p>It weighs as much as its matter and those with whom it is settled stand out together, and the more the oftener the side
 * demands, offers or refuses: a state visit has a matter and a guest, but hardly anybody refuses anything.
 */
public final class Suggestions {
    /** A negotiation has at least so many texts. */
    private static final int LEAST = 5;

    /** A word or a side is of a negotiation where at least one in so many of its texts has it … */
    private static final int SHARE = 12;

    /** … and so many times as often as by chance. */
    private static final double LIFT = 2;

    /** A word tells something where it names what is negotiated in so large a share of the texts that have it. */
    private static final double TELLING = 0.12;

    /** A side most of whose texts are those of a weightier one is part of that one's negotiation. */
    private static final double PART = 0.5;

    /** How many of the sides that one meets are its first. */
    private static final int NEAR = 4;

    /** How many of them tell how much it is a matter between these and not with everybody. */
    private static final int OPPOSITE = 3;

    /** How many words and sides a suggestion names. */
    private static final int WORDS = 6;

    private static final int SIDES = 8;

    private final Words words;
    private final Sides sides;
    private final Map<Integer, Integer> texts = new HashMap<>();
    private final Map<String, BitSet> byWord = new HashMap<>();
    private final Map<String, BitSet> anywhere = new HashMap<>();
    private final Map<String, BitSet> bySide = new HashMap<>();
    private final Map<String, BitSet> stands = new HashMap<>();
    private final List<Integer> stories = new ArrayList<>();
    private final List<Integer> meetings = new ArrayList<>();
    private final List<Optional<Days>> days = new ArrayList<>();

    /** With what a language knows. */
    public Suggestions(Words words, Known known) {
        this.words = words;
        this.sides = new Sides(words, known);
    }

    /** Takes a story. */
    public void add(Reading reading) {
        Minutes minutes = reading.minutes();
        Set<Span> spans = new HashSet<>();
        Set<String> who = new HashSet<>();
        int met = 0;
        for (Meeting meeting : minutes.meetings()) {
            if (isNegotiation(meeting)) {
                met++;
                spans.addAll(meeting.spans());
                meeting.participants().forEach(ref -> who.add(key(minutes, ref)));
                meeting.roles().keySet().forEach(ref -> who.add(key(minutes, ref)));
            }
        }
        for (Paper paper : minutes.papers()) {
            if (binds(paper)) {
                spans.addAll(paper.spans());
                paper.by().forEach(ref -> who.add(key(minutes, ref)));
            }
        }
        for (Position position : minutes.positions()) {
            who.add(key(minutes, position.party()));
        }
        if (spans.isEmpty()) {
            return;
        }
        for (Actor actor : minutes.actors()) {
            boolean state = actor.kind() == Actor.Kind.STATE || actor.kind() == Actor.Kind.BODY;
            if (state && actor.mentions().stream().anyMatch(m -> spans.stream().anyMatch(m::overlaps))) {
                who.add(sides.key(minutes, actor));
            }
        }
        who.removeIf(key -> key.startsWith("~"));
        sides.meet(minutes);
        int text = note(reading, spans, who, met);
        for (Position position : minutes.positions()) {
            if (isStand(position)) {
                stands.computeIfAbsent(key(minutes, position.party()), k -> new BitSet())
                        .set(text);
            }
        }
    }

    /** Whether a side says there what it wants, gives or refuses, and not only what it thinks of others. */
    private static boolean isStand(Position position) {
        return switch (position.act()) {
            case DEMAND, OFFER, ACCEPT, REJECT, THREATEN, CONDITION -> true;
            case COMMIT, SUPPORT, CRITICISE -> false;
        };
    }

    private String key(Minutes minutes, String ref) {
        return sides.key(minutes, minutes.actor(ref));
    }

    private static boolean isNegotiation(Meeting meeting) {
        return switch (meeting.kind()) {
            case TALKS, SESSION, SIGNING, CONFERENCE, SUMMIT -> true;
            case MEETING, CALL, VISIT ->
                meeting.participants().size() > 1 && meeting.about().isPresent();
        };
    }

    private static boolean binds(Paper paper) {
        return switch (paper.kind()) {
            case AGREEMENT, DRAFT, RESOLUTION, PLAN -> true;
            case STATEMENT, LETTER, REPORT, OTHER -> false;
        };
    }

    private int note(Reading reading, Set<Span> spans, Set<String> who, int met) {
        int text = texts.computeIfAbsent(reading.group(), group -> texts.size());
        if (text == stories.size()) {
            stories.add(0);
            meetings.add(0);
            days.add(Optional.empty());
        }
        stories.set(text, stories.get(text) + 1);
        meetings.set(text, meetings.get(text) + met);
        reading.minutes()
                .story()
                .published()
                .ifPresent(day -> days.set(text, Optional.of(within(days.get(text), day))));
        String all = reading.minutes().story().text();
        for (String word : words.of(all)) {
            anywhere.computeIfAbsent(word, w -> new BitSet()).set(text);
        }
        for (Span span : spans) {
            for (String word : words.of(span.of(all))) {
                if (word.length() > 3 && !Character.isDigit(word.charAt(0))) {
                    byWord.computeIfAbsent(word, w -> new BitSet()).set(text);
                }
            }
        }
        who.forEach(key -> bySide.computeIfAbsent(key, k -> new BitSet()).set(text));
        return text;
    }

    private static Days within(Optional<Days> so, LocalDate day) {
        return so.map(days -> new Days(
                        day.isBefore(days.first()) ? day : days.first(), day.isAfter(days.last()) ? day : days.last()))
                .orElse(Days.of(day));
    }

    /** What is around a side. */
    private record Centre(String side, BitSet texts, List<String> words, List<String> sides, double weight) {}

    /** The negotiations, the weightiest first. */
    public List<Suggestion> list(int most) {
        BitSet shared = new BitSet();
        BitSet once = new BitSet();
        for (BitSet side : bySide.values()) {
            BitSet again = (BitSet) once.clone();
            again.and(side);
            shared.or(again);
            once.or(side);
        }
        Map<String, BitSet> around = new TreeMap<>();
        Map<String, Map<String, Double>> telling = new HashMap<>();
        Map<String, Integer> everybody = new HashMap<>();
        for (Map.Entry<String, BitSet> side : bySide.entrySet()) {
            BitSet own = (BitSet) side.getValue().clone();
            own.and(shared);
            if (own.cardinality() >= LEAST) {
                around.put(side.getKey(), own);
                Map<String, Double> pulls = pulls(own, byWord, this::isTelling);
                pulls.keySet().forEach(word -> everybody.merge(word, 1, Integer::sum));
                telling.put(side.getKey(), pulls);
            }
        }
        List<Centre> centres = new ArrayList<>();
        around.forEach((side, own) -> {
            Map<String, Double> pulls = telling.getOrDefault(side, Map.of());
            // What many sides have more often than others is the language of negotiation, and no matter of one.
            pulls.replaceAll((word, pull) -> pull / Math.sqrt(everybody.getOrDefault(word, 1)));
            centre(side, own, pulls).ifPresent(centres::add);
        });
        centres.sort(Comparator.comparingDouble((Centre centre) -> -centre.weight()));
        List<Centre> out = new ArrayList<>();
        for (Centre centre : centres) {
            if (out.size() < most && out.stream().noneMatch(other -> isPart(centre, other))) {
                out.add(centre);
            }
        }
        return out.stream().map(this::suggestion).toList();
    }

    /** Whether most texts are common, and each side is among the first that the other meets. */
    private static boolean isPart(Centre one, Centre weightier) {
        int smaller = Math.min(one.texts().cardinality(), weightier.texts().cardinality());
        boolean meet = one.sides().stream().limit(NEAR).anyMatch(weightier.side()::equals)
                || weightier.sides().stream().limit(NEAR).anyMatch(one.side()::equals);
        return meet && common(one.texts(), weightier.texts()) >= PART * smaller;
    }

    private static int common(BitSet a, BitSet b) {
        BitSet both = (BitSet) a.clone();
        both.and(b);
        return both.cardinality();
    }

    private Optional<Centre> centre(String side, BitSet own, Map<String, Double> telling) {
        Map<String, Double> others = pulls(own, bySide, other -> !other.equals(side));
        if (others.isEmpty() || telling.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        double matter = 0;
        for (String word : best(telling)) {
            if (names.size() < WORDS && names.stream().noneMatch(name -> name.contains(word) || word.contains(name))) {
                names.add(word);
                matter += telling.getOrDefault(word, 0.0);
            }
        }
        List<String> parties = new ArrayList<>(List.of(side));
        best(others).stream().limit(SIDES - 1).forEach(parties::add);
        double opposite = parties.stream()
                .skip(1)
                .limit(OPPOSITE)
                .mapToDouble(other -> others.getOrDefault(other, 0.0))
                .sum();
        int stood =
                Optional.ofNullable(stands.get(side)).map(BitSet::cardinality).orElse(0);
        // A state negotiates about itself; an organisation takes part in what is negotiated elsewhere.
        double share = sides.side(side).kind() == Actor.Kind.STATE ? 1 : 0.5;
        // A matter and others to settle it with: what lacks one of them is none. That a side demands and refuses tells
        // a
        // negotiation from a visit; how often it does tells less and less.
        double weight = Math.sqrt(matter * opposite) * Math.log1p(stood);
        return Optional.of(new Centre(side, own, names, parties, weight * share));
    }

    private boolean isTelling(String word) {
        int all =
                Optional.ofNullable(anywhere.get(word)).map(BitSet::cardinality).orElse(0);
        return Optional.ofNullable(byWord.get(word)).map(BitSet::cardinality).orElse(0) >= TELLING * all;
    }

    private static List<String> best(Map<String, Double> pulls) {
        return pulls.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What stands in these texts more often than elsewhere, and how strongly that tells them apart. */
    private Map<String, Double> pulls(BitSet own, Map<String, BitSet> those, Predicate<String> wanted) {
        Map<String, Double> out = new HashMap<>();
        int size = own.cardinality();
        for (Map.Entry<String, BitSet> entry : those.entrySet()) {
            int count = common(entry.getValue(), own);
            if (count >= 3 && count * SHARE >= size && wanted.test(entry.getKey())) {
                double lift = (double) count
                        * texts.size()
                        / ((double) size * entry.getValue().cardinality());
                if (lift >= LIFT) {
                    out.put(entry.getKey(), count * Math.log(lift));
                }
            }
        }
        return out;
    }

    private Suggestion suggestion(Centre centre) {
        int told = 0;
        int met = 0;
        Optional<Days> period = Optional.empty();
        for (int text = centre.texts().nextSetBit(0);
                text >= 0;
                text = centre.texts().nextSetBit(text + 1)) {
            told += stories.get(text);
            met += meetings.get(text);
            if (days.get(text).isPresent()) {
                Days own = days.get(text).get();
                period = Optional.of(within(Optional.of(within(period, own.first())), own.last()));
            }
        }
        return new Suggestion(
                centre.words(),
                centre.sides().stream().map(sides::side).toList(),
                told,
                centre.texts().cardinality(),
                met,
                period.map(Days::first),
                period.map(Days::last));
    }
}
