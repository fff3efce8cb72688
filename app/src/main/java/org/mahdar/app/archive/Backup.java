package org.mahdar.app.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.mahdar.app.wire.Version;

/**
 * A whole archive in one file, and back, into either store: a zip with one entry a table, in which each row is its
 * values one after the other, and a manifest with what the archive holds.
 */
final class Backup {
    private static final String FORMAT = "mahdar-backup/1";
    private static final String MANIFEST = "manifest.txt";

    /** How a value is marked. */
    private static final int NOTHING = 0;

    private static final int NUMBER = 1;
    private static final int TEXT = 2;
    private static final int BYTES = 3;

    private static final int BATCH = 500;

    private Backup() {}

    /**
     * Writes everything as it stands at one moment; the file appears under its name when it is whole. Returns the
     * fingerprint of what was written.
     */
    static String write(Database database, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            String fingerprint;
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                fingerprint = database.snapshot(connection -> {
                    try {
                        return write(connection, zip);
                    } catch (IOException e) {
                        throw new ArchiveException(unwritable(file, e), e);
                    }
                });
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return fingerprint;
        } catch (IOException e) {
            throw new ArchiveException(unwritable(file, e), e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // What is left over says by its name that it is no backup.
            }
        }
    }

    private static String unwritable(Path file, IOException e) {
        return "the backup cannot be written to " + file + ": " + e.getMessage() + ". Check the folder and the disk.";
    }

    private static String write(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        for (Tables table : Tables.ALL) {
            zip.putNextEntry(new ZipEntry(table.name()));
            DataOutputStream out = new DataOutputStream(zip);
            try (PreparedStatement statement = connection.prepareStatement(table.select())) {
                statement.setFetchSize(BATCH);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        for (int i = 1; i <= table.columns().size(); i++) {
                            write(rows.getObject(i), out);
                        }
                    }
                }
            }
            out.flush();
            zip.closeEntry();
        }
        // Last, since a file without it is not whole.
        String fingerprint = Fingerprint.of(connection);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        String manifest = FORMAT + "\nschema " + Schema.newest() + "\nengine " + Version.current() + "\nwritten "
                + Runs.now() + "\nfingerprint " + fingerprint + "\n";
        zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        return fingerprint;
    }

    private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) {
            out.writeByte(NOTHING);
        } else if (value instanceof Number number) {
            out.writeByte(NUMBER);
            out.writeLong(number.longValue());
        } else if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            out.writeByte(TEXT);
            out.writeInt(utf8.length);
            out.write(utf8);
        } else {
            byte[] bytes = (byte[]) value;
            out.writeByte(BYTES);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    /** Fills an empty archive, all or nothing, and checks that it holds what was written. Returns the fingerprint. */
    static String restore(Database database, Path file) {
        return database.write(connection -> {
            if (Sql.first(connection, "select no from run", row -> 1).isPresent()) {
                throw new ArchiveException(
                        "a backup is restored into an empty archive only, and this one has been used."
                                + " Name another folder or database with --data or --db.");
            }
            try (InputStream in = Files.newInputStream(file);
                    ZipInputStream zip = new ZipInputStream(in)) {
                return restore(connection, zip, file);
            } catch (IOException e) {
                throw new ArchiveException(
                        "the backup " + file + " cannot be read: " + e.getMessage() + ". Take another copy of it.", e);
            }
        });
    }

    private static String restore(Connection connection, ZipInputStream zip, Path file)
            throws IOException, SQLException {
        ZipEntry entry = zip.getNextEntry();
        for (Tables table : Tables.ALL) {
            if (entry != null && entry.getName().equals(MANIFEST)) {
                // Written before there were the tables that came last.
                break;
            }
            if (entry == null || !entry.getName().equals(table.name())) {
                throw new ArchiveException(file + " is no backup that this Mahdar knows: it has no " + table.name()
                        + " in its place. Restore it with the Mahdar that wrote it.");
            }
            fill(connection, table, new DataInputStream(zip));
            entry = zip.getNextEntry();
        }
        if (entry == null || !entry.getName().equals(MANIFEST)) {
            throw new ArchiveException("the backup " + file + " is not whole. Take another copy of it.");
        }
        ByteArrayOutputStream manifest = new ByteArrayOutputStream();
        zip.transferTo(manifest);
        String fingerprint = Fingerprint.of(connection);
        if (!manifest.toString(StandardCharsets.UTF_8).contains("\nfingerprint " + fingerprint + "\n")) {
            throw new ArchiveException(
                    "what the backup " + file + " holds is not what was written. Take another copy of it.");
        }
        return fingerprint;
    }

    private static void fill(Connection connection, Tables table, DataInputStream in) throws IOException, SQLException {
        List<Object[]> rows = new ArrayList<>();
        while (true) {
            int mark = in.read();
            if (mark < 0) {
                break;
            }
            Object[] row = new Object[table.columns().size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = value(i == 0 ? mark : in.readUnsignedByte(), in);
            }
            rows.add(row);
            if (rows.size() == BATCH) {
                Sql.batch(connection, table.insert(), rows);
                rows.clear();
            }
        }
        Sql.batch(connection, table.insert(), rows);
    }

    private static Object value(int mark, DataInputStream in) throws IOException {
        switch (mark) {
            case NOTHING:
                return Optional.empty();
            case NUMBER:
                return in.readLong();
            case TEXT:
                return new String(bytes(in), StandardCharsets.UTF_8);
            case BYTES:
                return bytes(in);
            default:
                throw new IOException("a value is marked " + mark);
        }
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] out = in.readNBytes(Math.max(0, length));
        if (out.length != length) {
            throw new EOFException("it ends in the middle of a value");
        }
        return out;
    }
}
