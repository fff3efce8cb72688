package org.mahdar.app.wire;

import java.util.Locale;
import org.mahdar.model.Assessment;
import org.mahdar.model.Finding;
import org.mahdar.model.Meeting;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Statement;

/** The sorts of lines of minutes, by the word that stores and queries know them by. */
public enum LineKind {
    /** Words attributed to somebody. */
    STATEMENT("cue"),
    /** An occasion. */
    MEETING("trigger"),
    /** What a party wants or refuses. */
    POSITION("own"),
    /** A document in play. */
    PAPER("span"),
    /** How talks are judged. */
    ASSESSMENT("span"),
    /** A time expression. */
    TIME("span");

    private final String ownSpan;

    LineKind(String ownSpan) {
        this.ownSpan = ownSpan;
    }

    /** The property that holds the line's own span; of a position, whose pieces of content are all alike, none does. */
    String ownSpan() {
        return ownSpan;
    }

    /** The word in stores and queries. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sort of a line. */
    public static LineKind of(Finding line) {
        if (line instanceof Statement) {
            return STATEMENT;
        }
        if (line instanceof Meeting) {
            return MEETING;
        }
        if (line instanceof Position) {
            return POSITION;
        }
        if (line instanceof Paper) {
            return PAPER;
        }
        return line instanceof Assessment ? ASSESSMENT : TIME;
    }

    /** The sort that goes by a word. */
    public static LineKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The id of a line within its minutes; times, which have none of their own, are counted. */
    public static String id(Finding line, int ordinalOfTime) {
        if (line instanceof Statement statement) {
            return statement.id();
        }
        if (line instanceof Meeting meeting) {
            return meeting.id();
        }
        if (line instanceof Position position) {
            return position.id();
        }
        if (line instanceof Paper paper) {
            return paper.id();
        }
        return line instanceof Assessment assessment ? assessment.id() : "t" + ordinalOfTime;
    }
}
