package org.mahdar.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A reader's verdict on a line of minutes, or on who its actors are. Never changed once it is given: who thinks better of
 * it gives another.
 *
 * <p>A line is named by its sort and its own span, which stay the same over every reading of one text; {@code before} keeps
 * what the machine read there when the verdict was given. Fields and their values are those of {@code
 * org.mahdar.correct.Fields}.
 *
 * @param uid the same in every archive
 * @param target sort of line: {@code statement}, {@code meeting}, {@code position}, {@code paper}, {@code assessment},
 *     {@code time}; {@code actor} where actors are merged or split
 * @param span the line's own span as the machine reads it; of an actor a mention
 * @param verdict what the reader says
 * @param before the fields as the machine read them; empty where it read no such line
 * @param set the fields as the reader has them: those that change, or all of a line that is added
 * @param by who
 * @param at when, ISO 8601 in UTC
 * @param why the reason; may be empty
 */
public record Correction(
        String uid,
        String target,
        Span span,
        Verdict verdict,
        Map<String, String> before,
        Map<String, String> set,
        String by,
        String at,
        String why) {
    /** The target of verdicts on actors. */
    public static final String ACTOR = "actor";

    /** Copies the maps, in the order of their keys. */
    public Correction {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        set = Collections.unmodifiableMap(new TreeMap<>(set));
    }

    /** What a reader says. */
    public enum Verdict {
        /** The line is right. */
        CONFIRM,
        /** There is no such line. */
        REJECT,
        /** Some of its fields are otherwise. */
        REPLACE,
        /** There is a line that the machine does not read. */
        ADD,
        /** Two actors are one: {@code set} holds {@code into}, a mention of the other. */
        MERGE,
        /** Some mentions are of somebody else: {@code set} holds {@code mentions}, and {@code name} if they have another. */
        SPLIT;

        /** The word in stores and files. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
