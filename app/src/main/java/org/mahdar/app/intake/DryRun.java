package org.mahdar.app.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Incoming;
import org.mahdar.app.archive.Kept;
import org.mahdar.app.archive.Kept.Outcome;
import org.mahdar.app.archive.RunRow.Trouble;
import org.mahdar.app.ingest.Item;

/** Says what {@link Adder} would do, and does nothing: no story is read, none is kept. */
public final class DryRun {
    private static final int ASKED = 64;

    private final Optional<Archive> archive;
    private final Adder.Options options;
    private final Adder.Listener listener;

    /** Over an archive, which need not be there. */
    public DryRun(Optional<Archive> archive, Adder.Options options, Adder.Listener listener) {
        this.archive = archive;
        this.options = options;
        this.listener = listener;
    }

    /** What would become of these stories. New versions come without their numbers. */
    public Taken look(Iterator<Item> items) {
        List<Trouble> troubles = new ArrayList<>();
        List<Incoming> asked = new ArrayList<>();
        Set<String> met = new HashSet<>();
        List<Kept> changed = new ArrayList<>();
        int added = 0;
        int known = 0;
        int passedOver = 0;
        boolean more = true;
        while (more) {
            more = added + changed.size() < options.limit().orElse(Integer.MAX_VALUE) && items.hasNext();
            if (more) {
                Item item = items.next();
                if (item instanceof Item.Bad bad) {
                    troubles.add(new Trouble(bad.place().toString(), bad.what(), bad.wayOut()));
                } else if (item instanceof Item.Remark remark) {
                    listener.remark(remark);
                } else if (item instanceof Item.Found found && options.isTooOld(found.story())) {
                    passedOver++;
                } else if (item instanceof Item.Found found) {
                    asked.add(Adder.incoming(found));
                }
            }
            if (!more || asked.size() == ASKED || options.limit().isPresent()) {
                List<Outcome> outlook = archive.map(there -> there.stories().outlook(asked))
                        .orElseGet(
                                () -> asked.stream().map(story -> Outcome.ADDED).toList());
                for (int i = 0; i < asked.size(); i++) {
                    Outcome outcome = outlook.get(i);
                    boolean again = !met.add(asked.get(i).key());
                    added += outcome == Outcome.ADDED && !again ? 1 : 0;
                    known += outcome == Outcome.KNOWN || (outcome == Outcome.ADDED && again) ? 1 : 0;
                    if (outcome == Outcome.CHANGED) {
                        changed.add(new Kept(outcome, 0, 0));
                    }
                }
                asked.clear();
            }
        }
        return new Taken(added, changed, known, passedOver, 0, troubles, Taken.Work.NONE);
    }
}
