package org.mahdar.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mahdar.language.Entry;
import org.mahdar.language.Term;
import org.mahdar.model.Actor;
import org.mahdar.pattern.Tape;

/** The states and bodies of one story for which others speak; those named only inside another actor's name are added. */
final class Principals {
    private static final String OPPOSITION = "generic-opposition";
    private static final Set<String> STATE_BODIES = Set.of("ministry", "government-body");
    private static final long PLACES = WordClass.bits(WordClass.STATE, WordClass.STATE_ADJECTIVE, WordClass.METONYM);

    private final Reading reading;
    private final Tape tape;
    private final Knowledge knowledge;
    private final List<Cluster> clusters;
    /** By ISO 3166 code. */
    private final Map<String, Cluster> states = new HashMap<>();
    /** By id. */
    private final Map<String, Cluster> bodies = new HashMap<>();
    /** By ISO 3166 code of the state. */
    private final Map<String, Cluster> oppositions = new HashMap<>();

    /** Those among the clusters; further ones are added to the list. */
    Principals(Reading reading, Knowledge knowledge, List<Cluster> clusters) {
        this.reading = reading;
        this.tape = reading.tape();
        this.knowledge = knowledge;
        this.clusters = clusters;
        for (Cluster cluster : clusters) {
            cluster.identity.entry().ifPresent(entry -> note(entry, cluster));
            boolean opposes = cluster.mentions.stream()
                    .flatMap(mention -> mention.known.stream())
                    .anyMatch(term -> isOpposition(term.entry()));
            if (opposes) {
                oppositions.putIfAbsent(cluster.identity.state(), cluster);
            }
        }
    }

    /** "The opposition", whichever state's it is. */
    static boolean isOpposition(Entry body) {
        return body.value("id").map(OPPOSITION::equals).orElse(false);
    }

    /** Whether the story names the state. */
    boolean hasState(String iso) {
        return states.containsKey(iso);
    }

    /** Whether the story names the body. */
    boolean hasBody(String id) {
        return bodies.containsKey(id);
    }

    /** How many of the bodies are of one of the types. */
    long count(Set<String> types) {
        return bodies.values().stream()
                .flatMap(cluster -> cluster.identity.entry().stream())
                .filter(body -> types.contains(body.value("type").orElse("")))
                .count();
    }

    /** The body, or its state where it is a body of a government; found in the words of a name, [from, to). */
    Cluster body(Entry entry, int from, int to) {
        Entry whole = knowledge.whole(entry);
        Optional<String> iso = whole.value("state");
        boolean ofState =
                iso.isPresent() && STATE_BODIES.contains(whole.value("type").orElse("")) && isWhole(whole, iso.get());
        if (ofState) {
            return state(iso.get(), from, to);
        }
        String wholeId = whole.need("id");
        return bodies.computeIfAbsent(wholeId, x -> fresh(whole, Actor.Kind.BODY, from, to));
    }

    /** Whether a body of a state is its government, and not that of a region or of rebels. */
    private boolean isWhole(Entry body, String iso) {
        String code = body.value("cameo").orElse("");
        Optional<String> of = knowledge.state(iso).flatMap(state -> state.value("cameo"));
        return of.isPresent() && (code.equals(of.get() + "GOV") || code.equals(of.get() + "MIL"));
    }

    /** The state of an ISO 3166 code, found in the words of a name, [from, to). */
    Cluster state(String iso, int from, int to) {
        Cluster cluster = states.get(iso);
        if (cluster == null) {
            Optional<Entry> entry = knowledge.state(iso);
            if (entry.isEmpty()) {
                return Cluster.NONE;
            }
            int token = from;
            int end = to;
            for (int t = from; t < to; t++) {
                int hit = reading.hit(t, PLACES, false);
                if (hit >= 0
                        && reading.term(hit).entry().value("iso3").orElse("").equals(iso)) {
                    token = t;
                    end = tape.end(hit);
                    break;
                }
            }
            cluster = fresh(entry.get(), Actor.Kind.STATE, token, end);
            states.put(iso, cluster);
        }
        return cluster;
    }

    private Cluster fresh(Entry entry, Actor.Kind kind, int from, int to) {
        Mention mention = new Mention(from);
        mention.to = to;
        mention.headToken = from;
        mention.kind = kind;
        mention.known = Optional.of(new Term(entry, reading.text().words(from, to), "", new TreeSet<>()));
        mention.state = entry.value("iso3").or(() -> entry.value("state")).orElse("");
        Cluster cluster = new Cluster();
        cluster.add(mention);
        cluster.implied = true;
        cluster.identity = Identity.of(entry);
        clusters.add(cluster);
        return cluster;
    }

    private void note(Entry entry, Cluster cluster) {
        if (entry.list().equals("states")) {
            states.putIfAbsent(entry.need("iso3"), cluster);
        } else if (entry.list().equals("bodies")) {
            bodies.putIfAbsent(entry.need("id"), cluster);
        }
    }

    /** The opposition of the state of a mention in whose title it is named, in the tokens from "from" to "to". */
    Cluster opposition(Mention m, Entry entry, int from, int to) {
        Cluster named = oppositions.get(m.state);
        if (named != null) {
            return named;
        }
        int end = from + 1;
        while (end < to && reading.is(end, WordClass.STATE_ADJECTIVE)) {
            end++;
        }
        Cluster cluster = fresh(entry, Actor.Kind.BODY, from, end);
        cluster.mentions.get(0).state = m.state;
        cluster.identity = new Identity(
                Optional.empty(),
                Optional.of(entry.need("id").replace("generic-", "") + "-" + m.state.toLowerCase(Locale.ROOT)),
                Optional.empty(),
                Optional.empty(),
                m.state,
                Optional.empty(),
                false);
        oppositions.put(m.state, cluster);
        return cluster;
    }
}
