package org.mahdar.app.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.export.DossierTables;
import org.mahdar.app.export.Entry;
import org.mahdar.app.export.Export;
import org.mahdar.app.export.Extract;
import org.mahdar.app.export.Format;
import org.mahdar.app.export.Settings;
import org.mahdar.correct.Corrected;

/** The minutes of an archive, with readers' corrections, into the formats of other tools. */
public final class Exports {
    private static final int BATCH = 200;

    private Exports() {}

    /** Writes a format to a stream, which it closes: of a dossier, where it has it, what it has merged of many stories. */
    public static void write(
            Archive archive, Format format, Optional<Dossier> dossier, OutputStream out, Settings settings)
            throws IOException {
        if (dossier.isPresent() && DossierTables.has(format)) {
            DossierTables.write(format, dossier.get(), out, settings);
            return;
        }
        try (Export export = format.open(out, settings)) {
            all(archive, dossier, export);
        }
    }

    /** Adds every story, or of every story what a dossier takes. A batch of stories is in memory at a time. */
    public static void all(Archive archive, Optional<Dossier> dossier, Export export) throws IOException {
        Optional<Extract> extract = dossier.map(Extract::new);
        Reads reads = new Reads(archive);
        int after = 0;
        for (List<Read> batch = reads.after(after, BATCH); !batch.isEmpty(); batch = reads.after(after, BATCH)) {
            for (Read read : batch) {
                after = read.machine().no();
                Entry whole = entry(read);
                Optional<Entry> entry = extract.isPresent() ? extract.get().of(whole) : Optional.of(whole);
                if (entry.isPresent()) {
                    export.add(entry.get());
                }
            }
        }
    }

    private static Entry entry(Read read) {
        Map<String, List<String>> readers = new HashMap<>();
        for (Corrected.Outcome outcome : read.corrected().outcomes()) {
            boolean counts = outcome.fate() == Corrected.Fate.APPLIED
                    || outcome.fate() == Corrected.Fate.AGREED
                    || outcome.fate() == Corrected.Fate.CONFLICT;
            String by = outcome.correction().by();
            if (counts && !by.isEmpty()) {
                List<String> names = readers.computeIfAbsent(outcome.line(), line -> new ArrayList<>());
                if (!names.contains(by)) {
                    names.add(by);
                }
            }
        }
        return new Entry(
                String.valueOf(read.info().no()),
                read.machine().revision(),
                read.machine().engine(),
                Optional.of(read.machine().readAt()),
                read.minutes(),
                readers);
    }
}
