package org.mahdar.app.archive;

/**
 * One state of a dossier's definition.
 *
 * @param name the name it is called by, unique
 * @param revision number of the state, from 1; 0 before it is kept
 * @param title for people
 * @param definition parties, issues, period, stories by hand: a JSON object
 * @param closed whether it is put away
 * @param by who changed it so
 * @param at when, ISO 8601 in UTC
 */
public record DossierRow(
        String name, int revision, String title, String definition, boolean closed, String by, String at) {}
