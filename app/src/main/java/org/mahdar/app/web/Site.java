package org.mahdar.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.desk.Desk;
import org.mahdar.app.desk.Read;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.wire.Json;

/** What the pages are made of and from. */
final class Site implements AutoCloseable {
    /** How long the index may lag behind the archive, in nanoseconds. */
    private static final long LAG = 1_000_000_000L;

    private final Desk desk;
    private final Languages languages;
    private final Settings settings;
    private final Access access;
    private final Assets assets = new Assets();
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.mahdar.app.web");

    private final ReentrantLock following = new ReentrantLock();
    private volatile long followed = System.nanoTime() - LAG;

    Site(Desk desk, Languages languages, Settings settings, Access access) {
        this.desk = desk;
        this.languages = languages;
        this.settings = settings;
        this.access = access;
        templates.setTrimControlStructures(true);
        templates.setBinaryStaticContent(true);
    }

    Archive archive() {
        return desk.archive();
    }

    /** The desk, whose index may lag a second behind what other processes add. */
    Desk desk() {
        if (System.nanoTime() - followed >= LAG && following.tryLock()) {
            try {
                follow();
            } finally {
                following.unlock();
            }
        }
        return desk;
    }

    /** Puts into the index what was just added or corrected. */
    void changed() {
        following.lock();
        try {
            follow();
        } finally {
            following.unlock();
        }
    }

    private void follow() {
        desk.indexer().follow(stories -> {});
        followed = System.nanoTime();
    }

    /** A story as the machine and then readers read it; empty where there is none, or nothing reads its language. */
    Optional<Read> read(int story) {
        return desk.reads().of(story);
    }

    @Override
    public void close() {
        desk.close();
    }

    Languages languages() {
        return languages;
    }

    Settings settings() {
        return settings;
    }

    Access access() {
        return access;
    }

    Assets assets() {
        return assets;
    }

    /** A page from a template; its parameters are {@code ui} and these names and values by turns. */
    Answer page(Ask ask, String template, Object... namesAndValues) {
        Map<String, Object> parameters = new HashMap<>(Json.object(namesAndValues));
        parameters.put("ui", new Ui(this, ask));
        Utf8ByteOutput out = new Utf8ByteOutput();
        templates.render(template + ".jte", parameters, out);
        return Answer.bytes("text/html; charset=utf-8", out.toByteArray());
    }
}
