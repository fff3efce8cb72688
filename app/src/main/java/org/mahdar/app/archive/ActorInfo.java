package org.mahdar.app.archive;

/**
 * Somebody with a lasting id, as the minutes in force know them.
 *
 * @param id the lasting id
 * @param kind the word of the sort of actor
 * @param name a name in the language of a story
 * @param nameEn a name in English; may be empty
 * @param stories in how many stories
 */
public record ActorInfo(String id, String kind, String name, String nameEn, int stories) {}
