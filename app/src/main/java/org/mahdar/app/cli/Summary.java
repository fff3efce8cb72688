package org.mahdar.app.cli;

import java.util.Locale;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Kept;
import org.mahdar.app.archive.RunRow.Trouble;
import org.mahdar.app.archive.StoryVersion;
import org.mahdar.app.archive.WordDiff;
import org.mahdar.app.archive.WordDiff.Change;
import org.mahdar.app.archive.WordDiff.Piece;
import org.mahdar.app.intake.Taken;

/** What was added, in words: counts, new versions with what changed in them, and every story that failed and why. */
final class Summary {
    private static final int CHANGES = 20;

    private final Console console;

    Summary(Console console) {
        this.console = console;
    }

    void tell(Taken taken, Archive archive, boolean timing) {
        StringBuilder out = new StringBuilder(counts(taken, "added"));
        if (taken.unread() > 0) {
            out.append(count(taken.unread(), "story is", "stories are"))
                    .append(" kept and not read: there is no language pack for them\n");
        }
        taken.changed().stream().limit(CHANGES).forEach(kept -> out.append(change(kept, archive)));
        if (taken.changed().size() > CHANGES) {
            out.append("  … and ")
                    .append(number(taken.changed().size() - CHANGES))
                    .append(" more new versions\n");
        }
        troubles(taken, out);
        if (timing) {
            out.append(work(taken.work()));
        }
        print(out);
    }

    void tellWouldBe(Taken taken) {
        StringBuilder out = new StringBuilder(counts(taken, "would be added"));
        troubles(taken, out);
        print(out);
    }

    private void print(StringBuilder out) {
        console.out().print(out);
        console.out().flush();
    }

    private static String counts(Taken taken, String added) {
        return count(taken.added(), "story", "stories") + " " + added
                + ", " + count(taken.changed().size(), "new version", "new versions")
                + ", " + number(taken.known()) + " known"
                + (taken.passedOver() > 0 ? ", " + number(taken.passedOver()) + " too old" : "")
                + ", " + number(taken.troubles().size()) + " failed\n";
    }

    private static void troubles(Taken taken, StringBuilder out) {
        for (Trouble trouble : taken.troubles()) {
            out.append("  failed: ")
                    .append(trouble.place())
                    .append(": ")
                    .append(trouble.what())
                    .append(". ")
                    .append(trouble.wayOut())
                    .append('\n');
        }
    }

    private static String change(Kept kept, Archive archive) {
        StoryVersion old =
                archive.stories().version(kept.no(), kept.version() - 1).orElseThrow();
        StoryVersion now = archive.stories().version(kept.no(), kept.version()).orElseThrow();
        int out = 0;
        int in = 0;
        for (Piece piece : WordDiff.between(old.story().text(), now.story().text())) {
            out += piece.change() == Change.OUT ? piece.words() : 0;
            in += piece.change() == Change.IN ? piece.words() : 0;
        }
        return "  version " + now.info().version() + " of story " + now.info().no() + ": "
                + count(out, "word", "words") + " out, " + number(in) + " in: "
                + now.info().url().orElse(now.info().id()) + "\n";
    }

    private static String work(Taken.Work work) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(Locale.ROOT, "work: %.1f s", work.sum() / 1e9));
        String[] names = {"finding", "asking", "reading", "packing", "storing", "indexing"};
        long[] times = {work.finding(), work.asking(), work.reading(), work.packing(), work.storing(), work.following()
        };
        for (int i = 0; i < names.length; i++) {
            out.append(String.format(Locale.ROOT, ", %s %.0f %%", names[i], 100.0 * times[i] / work.sum()));
        }
        return out.append('\n').toString();
    }

    private static String number(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String count(int count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }
}
