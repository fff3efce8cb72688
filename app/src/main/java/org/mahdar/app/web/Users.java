package org.mahdar.app.web;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who may log in: a file in the archive's folder, one user a line: name, role, bcrypt hash, parted by tabs. It is read when a
 * server starts.
 */
public final class Users {
    private static final int COST = 12;
    private static final int SHORTEST = 10;

    /** bcrypt hears no more than this, in bytes. */
    private static final int LONGEST = 72;

    private final Path file;
    private final Map<String, User> users = new TreeMap<>();

    /** What somebody is there for. */
    public enum Role {
        /** Looks. */
        READER(Right.READ),
        /** Adds stories, corrects lines, defines dossiers. */
        ANALYST(Right.WRITE),
        /** Looks at the server itself, too. */
        ADMIN(Right.ADMIN);

        private final Right right;

        Role(Right right) {
            this.right = right;
        }

        /** The word in files and commands. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record User(Role role, String hash) {}

    private Users(Path file) {
        this.file = file;
    }

    /** The users of the archive in a folder; none where nobody was added. */
    public static Users of(Path data) {
        Users users = new Users(data.resolve("users.tsv"));
        if (Files.exists(users.file)) {
            try {
                int number = 0;
                for (String line : Files.readAllLines(users.file, StandardCharsets.UTF_8)) {
                    number++;
                    String[] parts = line.split("\t", -1);
                    if (parts.length != 3) {
                        throw new IllegalStateException(
                                users.file + ":" + number
                                        + ": a user is name, role, hash, parted by tabs; remove the line and add the user again");
                    }
                    users.users.put(parts[0], new User(Role.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + users.file + ": " + e.getMessage(), e);
            }
        }
        return users;
    }

    /** Whether there is nobody. */
    public boolean isEmpty() {
        return users.isEmpty();
    }

    /** Names with roles. */
    public Map<String, Role> list() {
        Map<String, Role> out = new TreeMap<>();
        users.forEach((name, user) -> out.put(name, user.role()));
        return out;
    }

    /**
     * Adds a user, or gives one another role and password.
     *
     * @throws IllegalArgumentException with a sentence, where name or password will not do
     */
    public void put(String name, Role role, String password) {
        if (!name.matches("[\\p{L}\\p{N}._-]{1,40}")) {
            throw new IllegalArgumentException("a name has letters, digits, dots and dashes, 40 at most");
        }
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (password.length() < SHORTEST || bytes > LONGEST) {
            throw new IllegalArgumentException(
                    "a password has at least " + SHORTEST + " characters and at most " + LONGEST + " bytes");
        }
        users.put(name, new User(role, BCrypt.withDefaults().hashToString(COST, password.toCharArray())));
        write();
    }

    /** Removes a user; false where there is none of that name. */
    public boolean remove(String name) {
        boolean there = users.remove(name) != null;
        if (there) {
            write();
        }
        return there;
    }

    private void write() {
        List<String> lines = new ArrayList<>();
        users.forEach((name, user) -> lines.add(name + "\t" + user.role().word() + "\t" + user.hash()));
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(part, lines, StandardCharsets.UTF_8);
            if (Files.getFileStore(part).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** What somebody with this name and password may; empty where there is nobody like that. Takes its time either way. */
    Optional<Right> check(String name, String password) {
        User user = users.get(name);
        String nobody = Nobody.HASH;
        String hash = user == null ? nobody : user.hash();
        byte[] given = password.getBytes(StandardCharsets.UTF_8);
        boolean right = given.length <= LONGEST
                && BCrypt.verifyer().verify(given, hash.getBytes(StandardCharsets.UTF_8)).verified;
        return user != null && right ? Optional.of(user.role().right) : Optional.empty();
    }

    /** Made when somebody logs in first: a server without users needs none, and it takes as long as a login. */
    private static final class Nobody {
        /** Compared with where there is no such user, so that the time does not tell. Of no password that anybody knows. */
        private static final String HASH = BCrypt.withDefaults()
                .hashToString(COST, java.util.UUID.randomUUID().toString().toCharArray());
    }
}
