package org.mahdar.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mahdar.app.web.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar user}: who may log in. */
@Command(
        name = "user",
        description =
                "Says who may log in where the archive is served to others. A server that runs learns of it when it starts anew.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar user add salma --role analyst", "  mahdar user list", "  mahdar user remove salma"})
final class UserCommand implements Runnable {
    @ParentCommand
    private Main main;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    UserCommand() {}

    @Override
    public void run() {
        main.console().say("say what to do: add, list or remove. See: mahdar user --help");
    }

    @Command(
            name = "add",
            description =
                    "Adds a user, or gives one another role and password; the password is read from standard input.")
    int add(
            @Parameters(paramLabel = "NAME", description = "How the user is called.") String name,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            defaultValue = "READER",
                            description =
                                    "${COMPLETION-CANDIDATES}: looks; adds and corrects; sees metrics, too (default: ${DEFAULT-VALUE}).")
                    Users.Role role,
            @Mixin ArchiveOptions where)
            throws IOException, Failure {
        if (main.console().errIsTerminal()) {
            main.console().say("password for " + name + ":");
        }
        BufferedReader in =
                new BufferedReader(new InputStreamReader(main.console().in(), StandardCharsets.UTF_8));
        String password = Optional.ofNullable(in.readLine()).orElse("");
        try {
            Users.of(where.location().data()).put(name, role, password);
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()));
        }
        main.console().say(name + " may log in as " + role.word());
        return Exit.DONE;
    }

    @Command(name = "list", description = "Lists the users with their roles.")
    int list(@Mixin ArchiveOptions where) {
        Users.of(where.location().data())
                .list()
                .forEach((name, role) -> main.console().out().println(name + "\t" + role.word()));
        main.console().out().flush();
        return Exit.DONE;
    }

    @Command(name = "remove", description = "Removes a user.")
    int remove(@Parameters(paramLabel = "NAME", description = "Who.") String name, @Mixin ArchiveOptions where)
            throws Failure {
        if (!Users.of(where.location().data()).remove(name)) {
            throw new Failure("there is no user " + name + "; mahdar user list names those there are");
        }
        return Exit.DONE;
    }
}
