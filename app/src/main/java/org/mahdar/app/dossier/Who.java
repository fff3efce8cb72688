package org.mahdar.app.dossier;

import java.util.Optional;
import org.mahdar.model.Actor;

/**
 * Somebody who speaks, the same in all stories.
 *
 * @param key the lasting id, else {@code ~} and the folded name
 * @param name the name in the story's language
 * @param nameEn the English name
 * @param office the office as the story words it
 * @param kind what sort of actor; {@code UNNAMED} for sources without a name
 * @param side whom it speaks for
 */
public record Who(
        String key, String name, Optional<String> nameEn, Optional<String> office, Actor.Kind kind, Side side) {}
