package org.mahdar.app.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By what a line is cited: the story, the line within its minutes, and which reading of the story is meant.
 *
 * @param story number of the story
 * @param line such as {@code s3}
 * @param revision of the minutes; empty for the reading in force
 */
record LineId(int story, String line, Optional<Integer> revision) {
    private static final Pattern FORM =
            Pattern.compile("([1-9][0-9]{0,8})\\.([a-z][1-9][0-9]{0,6})(?:@([1-9][0-9]{0,6}))?");

    static LineId of(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches()) {
            throw Problem.notFound("line " + text);
        }
        return new LineId(
                Integer.parseInt(match.group(1)),
                match.group(2),
                Optional.ofNullable(match.group(3)).map(Integer::valueOf));
    }

    static LineId of(int story, String line, int revision) {
        return new LineId(story, line, Optional.of(revision));
    }

    /** The address of its page. */
    String address() {
        return "/lines/" + this;
    }

    @Override
    public String toString() {
        return revision.isPresent() ? story + "." + line + "@" + revision.get() : story + "." + line;
    }
}
