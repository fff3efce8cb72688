package org.mahdar.app.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a zip archive, one after the other as they stand in it, none of them unpacked to the disk. */
final class ZipSource implements Source {
    private final String file;
    private final Packed packed;
    private final ZipInputStream zip;
    private final Opener opener;
    private @Nullable Source entry;
    private boolean found;
    private boolean broken;

    ZipSource(String file, InputStream in, Opener opener) {
        this.file = file;
        this.packed = new Packed(in);
        this.zip = new ZipInputStream(packed, StandardCharsets.UTF_8);
        this.opener = opener;
    }

    @Override
    public Optional<Item> next() {
        while (!broken) {
            try {
                if (entry != null) {
                    Optional<Item> item = entry.next();
                    if (item.isPresent()) {
                        return item;
                    }
                    entry.close();
                    entry = null;
                }
                ZipEntry header = zip.getNextEntry();
                if (header == null) {
                    broken = true;
                    return found ? Optional.empty() : Optional.of(empty());
                }
                if (!header.isDirectory() && !isClutter(header.getName())) {
                    found = true;
                    entry = opener.openInside(file + "!" + header.getName(), new Unpacked(zip, () -> packed.count));
                }
            } catch (IOException | IllegalArgumentException e) {
                broken = true;
                return Optional.of(new Item.Bad(
                        Place.of(file),
                        "the archive is damaged or encrypted: " + e.getMessage(),
                        "Unpack it and give its files."));
            }
        }
        return Optional.empty();
    }

    /** What macOS adds to archives. */
    private static boolean isClutter(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store");
    }

    private Item empty() {
        return new Item.Bad(Place.of(file), "the archive holds no file", "Check that it was written whole.");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts what is taken from the archive. */
    private static final class Packed extends FilterInputStream {
        private long count;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
