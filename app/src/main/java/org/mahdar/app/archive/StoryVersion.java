package org.mahdar.app.archive;

import org.mahdar.model.Story;

/**
 * One version of a story with its text.
 *
 * @param info what is known of it
 * @param story the story as it is read
 */
public record StoryVersion(StoryInfo info, Story story) {}
