package org.mahdar.app.archive;

/**
 * A search that somebody keeps.
 *
 * @param no its number; 0 before it is kept
 * @param name for people
 * @param query as typed
 * @param level how closely words have to agree: {@code exact}, {@code folded} or {@code stem}
 * @param stories whether stories are sought and not lines
 * @param sorting {@code fit} or {@code date}
 * @param by who keeps it
 * @param at since when, ISO 8601 in UTC
 */
public record SearchRow(
        int no, String name, String query, String level, boolean stories, String sorting, String by, String at) {}
