package org.mahdar.app.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.dossier.Known;
import org.mahdar.language.Entry;
import org.mahdar.language.Language;
import org.mahdar.language.Term;

/** What a language pack knows of states, bodies and people. */
public final class PackKnowledge implements Known {
    /** The types of bodies that act for their state; a party or a movement acts for itself. */
    private static final Set<String> ORGANS = Set.of(
            "government-body",
            "ministry",
            "ministry-generic",
            "parliament",
            "military",
            "intelligence",
            "court",
            "delegation");

    private final Map<String, String> states = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();

    /** Of a pack with its overlays. */
    public PackKnowledge(Language language) {
        for (String list : List.of("people", "bodies", "states")) {
            for (Term term : language.lexicon().terms(list)) {
                Entry entry = term.entry();
                Optional<String> id = entry.value("id").or(() -> entry.value("iso3"));
                if (id.isPresent() && (term.role().isEmpty() || term.role().equals("doubtful"))) {
                    names.putIfAbsent(id.get(), term.words());
                    entry.value("en").ifPresent(en -> english.putIfAbsent(id.get(), en));
                    boolean organ = list.equals("bodies")
                            && ORGANS.contains(entry.value("type").orElse(""));
                    entry.value("state").filter(state -> organ).ifPresent(state -> states.put(id.get(), state));
                }
            }
        }
    }

    @Override
    public Optional<String> stateOf(String id) {
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public Optional<String> name(String id) {
        return Optional.ofNullable(names.get(id));
    }

    @Override
    public Optional<String> english(String id) {
        return Optional.ofNullable(english.get(id));
    }
}
