package org.mahdar.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.SourceRow;
import org.mahdar.app.fetch.Fetched;
import org.mahdar.app.ingest.FeedReader;
import org.mahdar.app.ingest.FeedReader.Feed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code mahdar add feed}: a feed to watch. */
@Command(
        name = "feed",
        description = "Adds a feed, RSS or Atom, to the sources that mahdar watch looks at.",
        footerHeading = "%nExamples:%n",
        footer = {"  mahdar add feed https://news.example/rss.xml --outlet \"The Example\"", "  mahdar watch --once"})
final class AddFeedCommand implements Callable<Integer> {
    @ParentCommand
    private AddCommand add;

    @Mixin
    @SuppressWarnings("unused") // picocli reads it
    private HelpOption help = new HelpOption();

    @Parameters(paramLabel = "URL", description = "Its address.")
    private String url = "";

    @Option(names = "--outlet", paramLabel = "NAME", description = "Who publishes it (default: the feed's own title).")
    private Optional<String> outlet = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            defaultValue = "ar",
            description = "Language of its stories (default: ${DEFAULT-VALUE}).")
    private String language = "ar";

    @Mixin
    private ArchiveOptions where = new ArchiveOptions();

    @Mixin
    private FetchOptions fetch = new FetchOptions();

    // picocli sets the command's parent.
    @SuppressWarnings("NullAway.Init")
    AddFeedCommand() {}

    @Override
    public Integer call() throws Failure {
        Fetched fetched = fetch.fetcher().fetch(url, Fetched.Validators.NONE);
        if (fetched instanceof Fetched.Refused refused) {
            throw new Failure(refused.what() + ". " + refused.wayOut());
        }
        if (!(fetched instanceof Fetched.Page page)) {
            throw new Failure(
                    fetched instanceof Fetched.Failed failed
                            ? failed.what() + ". Try again later."
                            : url + " has nothing");
        }
        Feed feed = FeedReader.read(page.bytes(), page.contentType(), page.url());
        if (feed.entries().isEmpty()) {
            throw new Failure(
                    url + " holds no entries of a feed. Look for the feed's own address, often under \"RSS\".");
        }
        try (Archive archive = where.openOrCreate()) {
            String address = page.moved() ? page.url() : url;
            archive.sources().add(SourceRow.of(address, "feed", outlet.or(() -> title(feed)), language));
        }
        add.main()
                .console()
                .out()
                .println((feed.title().isBlank() ? url : feed.title()) + ": "
                        + feed.entries().size() + " entries; mahdar watch takes them in");
        add.main().console().out().flush();
        return Exit.DONE;
    }

    private static Optional<String> title(Feed feed) {
        return Optional.of(feed.title()).filter(title -> !title.isBlank());
    }
}
