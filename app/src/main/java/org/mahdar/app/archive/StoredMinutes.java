package org.mahdar.app.archive;

import org.mahdar.model.Minutes;

/**
 * One reading of one version of a story.
 *
 * @param no number of the reading in this archive; grows with time, so that an index can ask for what came since
 * @param revision number of the reading among those of the story, from 1; a line is cited as story, line and revision
 * @param info the version that was read
 * @param engine version of the engine
 * @param readAt when, ISO 8601 in UTC
 * @param minutes what was found; evidence comes back without its steps
 */
public record StoredMinutes(int no, int revision, StoryInfo info, String engine, String readAt, Minutes minutes) {}
