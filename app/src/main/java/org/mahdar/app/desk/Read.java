package org.mahdar.app.desk;

import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.dossier.Reading;
import org.mahdar.correct.Corrected;
import org.mahdar.model.Minutes;

/**
 * A story as it is read: by the machine, and by readers after it. Everything that shows minutes shows these.
 *
 * @param machine what the machine reads in the newest version
 * @param corrected what stands
 * @param group the same number for stories that carry one text; of a story that nobody else carries its own number
 */
public record Read(StoredMinutes machine, Corrected corrected, int group) {
    /** What is known of the story. */
    public StoryInfo info() {
        return machine.info();
    }

    /** The minutes that stand. */
    public Minutes minutes() {
        return corrected.minutes();
    }

    /** The story as dossiers see it. */
    public Reading reading() {
        return new Reading(info().no(), info().key(), machine.revision(), group, minutes());
    }
}
