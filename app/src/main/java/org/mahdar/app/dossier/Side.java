package org.mahdar.app.dossier;

import java.util.Optional;
import org.mahdar.model.Actor;

/**
 * Who takes part, the same in all stories: a state with its government, ministries and officials; a body, a movement; a
 * person of whom nothing more is known.
 *
 * @param key code of the state, else the lasting id, else {@code ~} and the folded name
 * @param name the name that most stories use, in their language
 * @param nameEn the English name
 * @param kind what sort of actor
 */
public record Side(String key, String name, Optional<String> nameEn, Actor.Kind kind) {}
