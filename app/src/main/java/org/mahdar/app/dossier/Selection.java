package org.mahdar.app.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mahdar.model.Actor;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;

/** Which stories, and which of their lines, a definition asks for. */
final class Selection {
    private final Definition definition;
    private final Words words;
    private final Sides sides;
    private final Set<String> parties;
    private final List<String> wanted;
    private final List<List<String>> issues = new ArrayList<>();

    Selection(Definition definition, Words words, Sides sides) {
        this.definition = definition;
        this.words = words;
        this.sides = sides;
        this.parties = new HashSet<>(definition.parties());
        List<String> all = new ArrayList<>(words.lines(definition.words()));
        for (Definition.Issue issue : definition.issues()) {
            issues.add(words.lines(issue.words()));
            all.addAll(words.lines(issue.words()));
        }
        this.wanted = List.copyOf(all);
    }

    /** Whether a story belongs to the dossier: two of its parties and one of its words stand in it. */
    boolean takes(Reading reading) {
        if (definition.out().contains(reading.key())) {
            return false;
        }
        if (definition.in().contains(reading.key())) {
            return true;
        }
        Minutes minutes = reading.minutes();
        return definition.covers(minutes.story().published())
                && named(minutes) >= Math.min(2, parties.size())
                && (wanted.isEmpty() || isOnMatter(minutes.story().text()));
    }

    /** How many of the parties a story names. */
    private int named(Minutes minutes) {
        Set<String> found = new HashSet<>();
        for (Actor actor : minutes.actors()) {
            String key = sides.key(minutes, actor);
            if (parties.contains(key)) {
                found.add(key);
            }
        }
        return found.size();
    }

    /** Whether a text holds one of the words that are asked for. */
    boolean isOnMatter(String text) {
        return Words.holds(words.line(text), wanted);
    }

    /** Whether a side is one of the parties; anybody is where none are asked for. */
    boolean isParty(String key) {
        return parties.isEmpty() || parties.contains(key);
    }

    /** Whether a side is asked for by name. */
    boolean asks(String key) {
        return parties.contains(key);
    }

    /** How many of these sides are parties. */
    long parties(Set<String> keys) {
        return keys.stream().filter(this::isParty).count();
    }

    /** The first issue whose words stand in a text; empty where none do. */
    String issue(String text) {
        String line = words.line(text);
        for (int i = 0; i < issues.size(); i++) {
            if (Words.holds(line, issues.get(i))) {
                return definition.issues().get(i).name();
            }
        }
        return "";
    }

    /** Pieces of a text with a mark between. */
    static String join(String text, List<Span> pieces) {
        StringBuilder out = new StringBuilder();
        for (Span piece : pieces) {
            out.append(out.length() == 0 ? "" : " … ").append(piece.of(text));
        }
        return out.toString();
    }
}
