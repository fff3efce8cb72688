package org.mahdar.app.intake;

import java.util.List;
import org.mahdar.app.archive.Kept;
import org.mahdar.app.archive.RunRow.Trouble;

/**
 * What became of everything that was to be added.
 *
 * @param added stories that were new
 * @param changed stories that were there with another text, or with less known of them; the versions that are new
 * @param known stories that were there
 * @param passedOver stories that were not asked for, being too old
 * @param unread stories that were added and could not be read, there being no language pack for them
 * @param troubles what could not be taken in
 * @param work where the time went
 */
public record Taken(
        int added, List<Kept> changed, int known, int passedOver, int unread, List<Trouble> troubles, Work work) {
    /** Nothing was to be added. */
    public static final Taken NOTHING = new Taken(0, List.of(), 0, 0, 0, List.of(), Work.NONE);

    /**
     * Time by step, in nanoseconds; steps that several threads do at once are summed.
     *
     * @param finding bytes to stories
     * @param asking which of them are there
     * @param reading stories to minutes
     * @param packing compressing, fingerprinting, making rows
     * @param storing writing to the store
     * @param following whatever is done with what was stored: indexing
     */
    public record Work(long finding, long asking, long reading, long packing, long storing, long following) {
        /** Nothing was done. */
        static final Work NONE = new Work(0, 0, 0, 0, 0, 0);

        /** All of it. */
        public long sum() {
            return finding + asking + reading + packing + storing + following;
        }
    }
}
