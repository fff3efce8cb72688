package org.mahdar.app.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.mahdar.app.archive.Archive;
import org.mahdar.app.intake.Languages;
import org.mahdar.app.wire.Json;

/** What the pages are made of and from. */
final class Site {
    private final Archive archive;
    private final Languages languages;
    private final Settings settings;
    private final Access access;
    private final Assets assets = new Assets();
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.mahdar.app.web");

    Site(Archive archive, Languages languages, Settings settings, Access access) {
        this.archive = archive;
        this.languages = languages;
        this.settings = settings;
        this.access = access;
        templates.setTrimControlStructures(true);
    }

    Archive archive() {
        return archive;
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
        StringOutput out = new StringOutput(16 * 1024);
        templates.render(template + ".jte", parameters, out);
        return Answer.html(out.toString());
    }
}
