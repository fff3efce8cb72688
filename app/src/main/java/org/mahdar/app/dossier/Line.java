package org.mahdar.app.dossier;

import java.time.LocalDate;
import java.util.Optional;
import org.mahdar.model.Span;

/**
 * A line of some story's minutes, as it is cited.
 *
 * @param story number of the story
 * @param revision of its minutes
 * @param id of the line in them
 * @param published day of publication of the story
 * @param outlet who published it
 * @param span where the words stand, over the story's text, in UTF-16 code units
 * @param words as written
 * @param group the same number for stories that carry one text
 */
public record Line(
        int story,
        int revision,
        String id,
        Optional<LocalDate> published,
        Optional<String> outlet,
        Span span,
        String words,
        int group) {
    static Line of(Reading reading, String id, Span span) {
        var story = reading.minutes().story();
        return new Line(
                reading.story(),
                reading.revision(),
                id,
                story.published(),
                story.outlet(),
                span,
                span.of(story.text()),
                reading.group());
    }
}
