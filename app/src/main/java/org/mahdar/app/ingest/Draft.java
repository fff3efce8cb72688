package org.mahdar.app.ingest;

import java.util.Optional;

/** What a format tells of a story, before it is checked and made one. */
final class Draft {
    String title = "";
    String body = "";
    /** The id that the story itself has; empty where it would be made up. */
    Optional<String> id = Optional.empty();

    /** Day or moment of publication as written. */
    Optional<String> published = Optional.empty();

    Optional<String> language = Optional.empty();
    Optional<String> outlet = Optional.empty();
    Optional<String> agency = Optional.empty();
    Optional<String> byline = Optional.empty();
    Optional<String> place = Optional.empty();
    Optional<String> url = Optional.empty();
}
