package org.mahdar.app.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.archive.Copies.Carrier;
import org.mahdar.app.archive.StoredMinutes;
import org.mahdar.app.archive.StoryInfo;
import org.mahdar.app.archive.StoryVersion;
import org.mahdar.app.archive.WordDiff;
import org.mahdar.app.desk.Read;
import org.mahdar.app.view.Row;

/** Stories: the list, one with its lines, how two texts differ, the bytes as they came. */
final class StoryPages {
    private static final int LISTED = 50;

    private final Site site;
    private final Archive archive;

    StoryPages(Site site) {
        this.site = site;
        this.archive = site.archive();
    }

    List<Route> routes() {
        return List.of(
                Route.get("/stories", Right.READ, this::list),
                Route.get("/stories/{story}", Right.READ, this::story),
                Route.get("/stories/{story}/against/{other}", Right.READ, this::against),
                Route.get("/stories/{story}/versions/{version}", Right.READ, this::version),
                Route.get("/stories/{story}/original", Right.READ, this::original));
    }

    /** Stories, those that came last first. */
    static List<StoryInfo> newest(Archive archive, int before, int limit) {
        int last = Math.min(before - 1, archive.stories().count());
        if (last <= 0) {
            return List.of();
        }
        List<StoryInfo> out = new ArrayList<>(archive.stories().list(Math.max(0, last - limit), limit));
        out.removeIf(info -> info.no() >= before);
        Collections.reverse(out);
        return out;
    }

    private Answer list(Ask ask) {
        int before = ask.query("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
        List<StoryInfo> stories = newest(archive, before, LISTED);
        int next = stories.isEmpty() || stories.get(stories.size() - 1).no() == 1
                ? 0
                : stories.get(stories.size() - 1).no();
        return site.page(
                ask, "stories", "stories", stories, "count", archive.stories().count(), "next", next);
    }

    private Answer story(Ask ask) {
        int no = ask.number("story");
        Optional<Read> read = site.read(no);
        // The minutes in force are those of the newest version, and bring its text.
        StoryVersion version = read.map(
                        found -> new StoryVersion(found.info(), found.minutes().story()))
                .or(() -> archive.stories().newest(no))
                .orElseThrow(() -> Problem.notFound("story " + no));
        Optional<StoredMinutes> stored = read.map(Read::machine);
        int from = ask.query("lines", 1, 1, Integer.MAX_VALUE);
        Optional<StoryView> view = read.map(found -> StoryView.of(found, from));
        List<Row> rejected = read.map(Lines::rejected).orElse(List.of());
        List<Carrier> copies = archive.copies().of(no);
        return site.page(
                ask,
                "story",
                "version",
                version,
                "stored",
                stored,
                "view",
                view,
                "rejected",
                rejected,
                "tag",
                read.map(Lines::tag).orElse(""),
                "copies",
                copies,
                "versions",
                archive.stories().versions(no));
    }

    private Answer against(Ask ask) {
        StoryVersion here = newest(ask.number("story"));
        StoryVersion there = newest(ask.number("other"));
        return difference(ask, there, here);
    }

    private StoryVersion newest(int no) {
        return archive.stories().newest(no).orElseThrow(() -> Problem.notFound("story " + no));
    }

    private Answer version(Ask ask) {
        int no = ask.number("story");
        int version = ask.number("version");
        StoryVersion old =
                archive.stories().version(no, version).orElseThrow(() -> Problem.notFound("version " + version));
        return difference(ask, old, newest(no));
    }

    private Answer difference(Ask ask, StoryVersion old, StoryVersion now) {
        List<WordDiff.Piece> pieces =
                WordDiff.between(old.story().text(), now.story().text());
        return site.page(ask, "difference", "old", old, "now", now, "pieces", pieces);
    }

    /** The bytes that a story was made from; never as something that a browser would run. */
    private Answer original(Ask ask) {
        StoryVersion version = newest(ask.number("story"));
        return archive.stories()
                .origin(version.info().no(), version.info().version())
                .map(origin -> Answer.bytes("application/octet-stream", origin.bytes())
                        .download("story-" + version.info().no() + ending(origin.mediaType())))
                .orElseThrow(() -> Problem.notFound("original"));
    }

    private static String ending(String mediaType) {
        return switch (mediaType) {
            case "text/html" -> ".html";
            case "application/json" -> ".json";
            case "text/plain" -> ".txt";
            default -> mediaType.contains("xml") ? ".xml" : ".bin";
        };
    }
}
