package org.mahdar.app.dossier;

import org.mahdar.model.Minutes;

/**
 * A story as dossiers see it.
 *
 * @param story number by which its lines are cited
 * @param key what makes it this story in any archive
 * @param revision of the minutes
 * @param group the same number for stories that carry one text; of a story that nobody else carries its own number
 * @param minutes what was read from it, with readers' corrections
 */
public record Reading(int story, String key, int revision, int group, Minutes minutes) {}
