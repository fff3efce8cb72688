package org.mahdar.app.ingest;

import org.mahdar.model.Story;

/** What ingest yields, one by one and in the order of the input: a story, or something to tell the user. */
public sealed interface Item {
    /**
     * A story.
     *
     * @param place where it begins
     * @param story its text and what is known of it
     * @param provenance where it came from
     */
    record Found(Place place, Story story, Provenance provenance) implements Item {
        /**
         * The same with agency, outlet, place and people told apart, in the line that names them and in the dateline;
         * what the story says of itself outright stays.
         */
        public Found credited(Facts facts) {
            Credits line =
                    provenance.byline().map(byline -> Credits.of(byline, facts)).orElse(Credits.NONE);
            Credits dateline = Credits.ofDateline(story.text().substring(story.bodyStart()), facts);
            Story credited = new Story(
                    story.id(),
                    story.title(),
                    story.text(),
                    story.published(),
                    story.language(),
                    story.outlet().or(line::outlet),
                    story.agency().or(line::agency).or(dateline::agency),
                    story.place().or(line::place).or(dateline::place),
                    story.url());
            return new Found(place, credited, provenance.by(line.names()));
        }
    }

    /**
     * Something that could not be read; what follows it is.
     *
     * @param place where
     * @param what is wrong, one clause
     * @param wayOut what to do about it, one sentence
     */
    record Bad(Place place, String what, String wayOut) implements Item {}

    /**
     * Something that was read, in a way the user should know of.
     *
     * @param place where
     * @param what was done, one clause
     */
    record Remark(Place place, String what) implements Item {}
}
