package org.mahdar.app.desk;

import java.util.Optional;
import java.util.function.Supplier;
import org.mahdar.app.dossier.Known;
import org.mahdar.language.Language;

/** What a language pack knows, gathered when somebody asks. */
final class LateKnowledge implements Known {
    private final Supplier<Language> language;
    private volatile Optional<PackKnowledge> gathered = Optional.empty();

    LateKnowledge(Supplier<Language> language) {
        this.language = language;
    }

    private PackKnowledge pack() {
        if (gathered.isEmpty()) {
            // Two that ask at once may both gather it; what they get is the same.
            gathered = Optional.of(new PackKnowledge(language.get()));
        }
        return gathered.get();
    }

    @Override
    public Optional<String> stateOf(String id) {
        return pack().stateOf(id);
    }

    @Override
    public Optional<String> name(String id) {
        return pack().name(id);
    }

    @Override
    public Optional<String> english(String id) {
        return pack().english(id);
    }
}
