package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import org.mahdar.extract.TimeFinder.Found;
import org.mahdar.model.TimeExpression.Precision;

/**
 * Tells essays from reports, since "today" in an essay means nowadays. A text is taken for an essay when it says
 * "nowadays" somewhere in so many words, counts hardly any other day from its own, and does not open with "today".
 */
final class Essay {
    /** How many tokens of the body count as its opening. */
    private static final int OPENING = 40;
    /** How many other days an essay may count from its own. */
    private static final int OTHER_DAYS = 1;

    private Essay() {}

    /** The expressions, with every bare "today" read as nowadays where the text is an essay. */
    static List<Found> read(List<Found> all) {
        boolean nowadays = false;
        int others = 0;
        for (Found found : all) {
            boolean today = isBareToday(found);
            if (today && isOpening(found)) {
                return all;
            }
            nowadays |= found.parts().has("now");
            others += !today && (found.parts().has("near") || found.parts().has("weekday")) ? 1 : 0;
        }
        if (!nowadays || others > OTHER_DAYS) {
            return all;
        }
        List<Found> out = new ArrayList<>(all.size());
        for (Found found : all) {
            out.add(isBareToday(found) ? new Found(found.parts(), TimeValue.vague(0)) : found);
        }
        return out;
    }

    private static boolean isBareToday(Found found) {
        TimeParts parts = found.parts();
        return parts.code("near", "deictics", "shift").orElse(-1) == 0
                && parts.to() - parts.from() == 1
                && found.value().precision() == Precision.DAY;
    }

    private static boolean isOpening(Found found) {
        TimeParts parts = found.parts();
        int body = parts.tape().text().tokenAt(parts.tape().text().bodyStart());
        return parts.from() < body + OPENING;
    }
}
