package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;

/**
 * Merges the meetings of many stories into occasions, by day, place, parties and number. What neither day, place nor
 * number tells apart is left alone: a wrong merger is worse than none.
 */
final class Rounds {
    /** From here two tellings are of one occasion. */
    private static final int SAME = 4;

    /** Stories that tell of one undated occasion are at most so many days apart. */
    private static final int NEAR = 4;

    /** A date that was taken from the day of the story may be off by so many days. */
    private static final int SLACK = 1;

    private final Sides sides;
    private final List<Cluster> clusters = new ArrayList<>();
    private final Map<LocalDate, Set<Cluster>> byDay = new HashMap<>();
    private final Map<Integer, Set<Cluster>> byGroup = new HashMap<>();
    private final Set<Cluster> undated = new LinkedHashSet<>();

    Rounds(Sides sides) {
        this.sides = sides;
    }

    /** One meeting as one story tells of it. */
    private record Telling(
            Line line,
            Meeting meeting,
            Round.State state,
            Set<String> parties,
            Map<String, Meeting.Role> roles,
            Optional<Days> days,
            String place,
            String placeWords) {
        boolean isDated() {
            return days.isPresent() && days.get().isDate();
        }
    }

    /** Tellings of one occasion. */
    private static final class Cluster {
        private final List<Telling> tellings = new ArrayList<>();
        private final Set<String> parties = new HashSet<>();
        private final Set<Integer> groups = new HashSet<>();
        private Optional<Days> days = Optional.empty();
        private String place = "";
        private Optional<Integer> number = Optional.empty();
    }

    /** Adds a meeting; meetings come in order of publication. */
    void add(Reading reading, Meeting meeting) {
        Minutes minutes = reading.minutes();
        Set<String> parties = new LinkedHashSet<>();
        for (String ref : meeting.participants()) {
            parties.add(sides.key(minutes, minutes.actor(ref)));
        }
        Map<String, Meeting.Role> roles = new HashMap<>();
        meeting.roles().forEach((ref, role) -> roles.put(sides.key(minutes, minutes.actor(ref)), role));
        Line line = Line.of(reading, meeting.id(), meeting.trigger());
        Telling telling = new Telling(
                line,
                meeting,
                isDenied(minutes, meeting) ? Round.State.DENIED : Round.State.of(meeting.status()),
                parties,
                roles,
                meeting.date().flatMap(Days::of),
                meeting.place().map(Meeting.Place::name).orElse(""),
                meeting.place()
                        .map(place -> place.span().of(minutes.story().text()))
                        .orElse(""));
        put(telling, best(telling).orElseGet(this::newCluster));
    }

    /** Whether the words that name the meeting lie in something that is denied. */
    private static boolean isDenied(Minutes minutes, Meeting meeting) {
        for (Statement statement : minutes.statements()) {
            if (statement.act() == Statement.Act.DENY) {
                for (Span piece : statement.content()) {
                    if (piece.contains(meeting.trigger())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Cluster newCluster() {
        Cluster cluster = new Cluster();
        clusters.add(cluster);
        return cluster;
    }

    private Optional<Cluster> best(Telling telling) {
        Optional<Cluster> best = Optional.empty();
        int most = SAME - 1;
        for (Cluster cluster : candidates(telling)) {
            int score = score(cluster, telling);
            if (score > most) {
                most = score;
                best = Optional.of(cluster);
            }
        }
        return best;
    }

    private Collection<Cluster> candidates(Telling telling) {
        Set<Cluster> out =
                new LinkedHashSet<>(byGroup.getOrDefault(telling.line().group(), Set.of()));
        if (telling.isDated()) {
            Days days = telling.days().orElseThrow();
            for (LocalDate day = days.first().minusDays(SLACK);
                    !day.isAfter(days.last().plusDays(SLACK));
                    day = day.plusDays(1)) {
                out.addAll(byDay.getOrDefault(day, Set.of()));
            }
        }
        telling.line().published().ifPresent(day -> {
            for (int back = 0; back <= NEAR; back++) {
                out.addAll(byDay.getOrDefault(day.minusDays(back), Set.of()));
            }
        });
        out.addAll(undated);
        return out;
    }

    /** How much speaks for one occasion; below zero where something speaks against. */
    private int score(Cluster cluster, Telling telling) {
        int score = days(cluster, telling) + places(cluster, telling) + parties(cluster, telling);
        Optional<Integer> number = telling.meeting().round();
        if (number.isPresent() && cluster.number.isPresent()) {
            score += number.equals(cluster.number) ? 3 : -9;
        }
        if (isCall(cluster.tellings.get(0).meeting()) != isCall(telling.meeting())) {
            score -= 9;
        }
        if (cluster.tellings.stream()
                .anyMatch(other -> other.line().story() == telling.line().story())) {
            // The story itself tells the two apart.
            score -= 3;
        } else if (cluster.groups.contains(telling.line().group())) {
            score += 2;
        }
        return score;
    }

    private static boolean isCall(Meeting meeting) {
        return meeting.kind() == Meeting.Kind.CALL;
    }

    private static int days(Cluster cluster, Telling telling) {
        if (cluster.days.isEmpty() || telling.days().isEmpty()) {
            return near(cluster, telling) ? 0 : -3;
        }
        Days one = cluster.days.get();
        Days other = telling.days().get();
        long gap = one.gap(other);
        if (one.isDate() && other.isDate()) {
            boolean inferred = telling.meeting().dateInferred()
                    || cluster.tellings.stream().anyMatch(t -> t.meeting().dateInferred());
            return gap == 0 ? 3 : gap <= SLACK && inferred ? 2 : -9;
        }
        return gap == 0 ? 0 : -9;
    }

    /** Whether the story is published close to another that tells of the occasion, or to the occasion itself. */
    private static boolean near(Cluster cluster, Telling telling) {
        if (telling.line().published().isEmpty()) {
            return false;
        }
        Days day = Days.of(telling.line().published().get());
        boolean nearIt = cluster.days
                .filter(Days::isDate)
                .map(days -> days.gap(day) <= NEAR)
                .orElse(false);
        return nearIt
                || cluster.tellings.stream()
                        .flatMap(other -> other.line().published().stream())
                        .anyMatch(other -> day.gap(Days.of(other)) <= NEAR);
    }

    private int places(Cluster cluster, Telling telling) {
        if (cluster.place.isEmpty() || telling.place().isEmpty()) {
            return 0;
        }
        if (cluster.place.equals(telling.place())) {
            return 2;
        }
        // "The agreement with X": a party is often read as the place.
        boolean party = isParty(telling.place(), telling.parties()) || isParty(cluster.place, cluster.parties);
        return party ? 0 : -2;
    }

    private boolean isParty(String place, Set<String> parties) {
        return parties.stream()
                .anyMatch(key -> sides.side(key).nameEn().filter(place::equals).isPresent());
    }

    private static int parties(Cluster cluster, Telling telling) {
        if (cluster.parties.isEmpty() || telling.parties().isEmpty()) {
            return 0;
        }
        long common =
                telling.parties().stream().filter(cluster.parties::contains).count();
        return common == 0 ? -3 : common == 1 ? 1 : 2;
    }

    private void put(Telling telling, Cluster cluster) {
        cluster.tellings.add(telling);
        cluster.parties.addAll(telling.parties());
        cluster.groups.add(telling.line().group());
        cluster.number = cluster.number.or(telling.meeting()::round);
        cluster.place = common(cluster.tellings.stream()
                        .map(Telling::place)
                        .filter(place -> !place.isEmpty() && !isParty(place, cluster.parties)))
                .or(() -> common(cluster.tellings.stream().map(Telling::place).filter(place -> !place.isEmpty())))
                .orElse("");
        cluster.days = common(cluster.tellings.stream().flatMap(t -> t.days().filter(Days::isDate).stream()))
                .or(() -> common(cluster.tellings.stream().flatMap(t -> t.days().stream())));
        byGroup.computeIfAbsent(telling.line().group(), group -> new LinkedHashSet<>())
                .add(cluster);
        if (cluster.days.filter(Days::isDate).isPresent()) {
            undated.remove(cluster);
            Days days = cluster.days.get();
            for (LocalDate day = days.first(); !day.isAfter(days.last()); day = day.plusDays(1)) {
                byDay.computeIfAbsent(day, d -> new LinkedHashSet<>()).add(cluster);
            }
        } else {
            undated.add(cluster);
        }
    }

    /** What most say; of those that as many say, what was said first. */
    private static <T> Optional<T> common(java.util.stream.Stream<T> values) {
        Map<T, Integer> counts = new LinkedHashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        Optional<T> best = Optional.empty();
        int most = 0;
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > most) {
                most = entry.getValue();
                best = Optional.of(entry.getKey());
            }
        }
        return best;
    }

    /**
     * The occasions, the latest first, undated ones behind; {@code loose} takes the lines that name no particular one:
     * neither day, place nor number is known, and one text alone speaks of it.
     */
    List<Round> rounds(List<Line> loose) {
        List<Round> out = new ArrayList<>();
        for (Cluster cluster : clusters) {
            boolean particular = cluster.days.isPresent()
                    || !cluster.place.isEmpty()
                    || cluster.number.isPresent()
                    || cluster.groups.size() > 1;
            if (particular) {
                out.add(round(cluster));
            } else {
                cluster.tellings.forEach(telling -> loose.add(telling.line()));
            }
        }
        out.sort(Comparator.<Round, Days>comparing(
                        round -> round.days().orElse(Days.of(LocalDate.MIN)), Comparator.reverseOrder())
                .thenComparing(round -> -round.lines().size()));
        return out;
    }

    private Round round(Cluster cluster) {
        Map<String, Integer> count = new LinkedHashMap<>();
        Map<String, Meeting.Role> roles = new TreeMap<>();
        for (Telling telling : cluster.tellings) {
            telling.parties().forEach(party -> count.merge(party, 1, Integer::sum));
            roles.putAll(telling.roles());
        }
        roles.keySet().forEach(party -> count.putIfAbsent(party, 1));
        List<Side> parties = count.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> sides.side(entry.getKey()))
                .toList();
        List<Round.Stage> life = life(cluster.tellings);
        return new Round(
                common(cluster.tellings.stream().map(t -> t.meeting().kind())).orElseThrow(),
                common(cluster.tellings.stream().map(t -> t.line().words())).orElseThrow(),
                cluster.days,
                common(cluster.tellings.stream()
                                .filter(t -> t.place().equals(cluster.place)
                                        && !t.place().isEmpty())
                                .map(Telling::placeWords))
                        .map(words -> new Round.Place(cluster.place, words)),
                cluster.number,
                parties,
                roles,
                life.get(life.size() - 1).state(),
                life,
                cluster.tellings.stream().map(Telling::line).toList());
    }

    /** Reports that say the same one after the other are one stage. */
    private static List<Round.Stage> life(List<Telling> tellings) {
        List<Round.Stage> out = new ArrayList<>();
        for (Telling telling : tellings) {
            Optional<Round.Stage> last = out.isEmpty() ? Optional.empty() : Optional.of(out.get(out.size() - 1));
            if (last.isPresent() && last.get().state() == telling.state()) {
                List<Line> lines = new ArrayList<>(last.get().lines());
                lines.add(telling.line());
                out.set(
                        out.size() - 1,
                        new Round.Stage(telling.state(), last.get().reported(), lines));
            } else {
                out.add(new Round.Stage(telling.state(), telling.line().published(), List.of(telling.line())));
            }
        }
        return out;
    }
}
