package org.mahdar.app.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.mahdar.app.ingest.Defaults;
import org.mahdar.app.ingest.Input;

/** Paste a story, drop a file, name an address: its minutes at once, kept where that is wanted. */
final class AddPages {
    private final Site site;
    private final Intake intake;

    AddPages(Site site, Intake intake) {
        this.site = site;
        this.intake = intake;
    }

    List<Route> routes() {
        return List.of(Route.get("/add", Right.READ, this::form), Route.post("/add", Right.READ, this::add));
    }

    /** What stood in the form. */
    record Form(String title, String text, String published, String outlet, String url) {
        static final Form EMPTY = new Form("", "", "", "", "");
    }

    private Answer form(Ask ask) {
        return page(ask, Form.EMPTY, List.of(), List.of());
    }

    private Answer page(Ask ask, Form form, List<StoryView> views, List<String> troubles) {
        return site.page(ask, "add", "form", form, "views", views, "troubles", troubles);
    }

    private Answer add(Ask ask) throws IOException {
        Form form = new Form(
                ask.form("title").orElse(""),
                ask.form("text").orElse(""),
                ask.form("published").orElse(""),
                ask.form("outlet").orElse(""),
                ask.form("url").orElse(""));
        boolean keep = ask.form("keep").isPresent();
        if (!ask.visit().mayWrite() && (keep || !form.url().isBlank())) {
            throw new Problem(Problem.Type.FORBIDDEN, "Your account may read stories here and not keep or fetch them.");
        }
        List<Input> inputs = inputs(ask, form);
        if (inputs.isEmpty()) {
            return page(
                    ask,
                    form,
                    List.of(),
                    List.of(Words.of(ask.taste().language()).word("add.nothing")));
        }
        Defaults defaults = intake.defaults(ask.form("published"), ask.form("outlet"), "ar");
        return keep ? keep(ask, form, inputs.iterator(), defaults) : read(ask, form, inputs.iterator(), defaults);
    }

    private static List<Input> inputs(Ask ask, Form form) throws IOException {
        List<Input> inputs = new ArrayList<>();
        if (!form.text().isBlank()) {
            inputs.add(Intake.pasted(Optional.of(form.title()).filter(title -> !title.isBlank()), form.text()));
        }
        inputs.addAll(ask.uploads("file"));
        if (!form.url().isBlank()) {
            inputs.add(Intake.page(form.url().strip()));
        }
        return inputs;
    }

    private Answer read(Ask ask, Form form, Iterator<Input> inputs, Defaults defaults) {
        Intake.Found found = intake.read(inputs, defaults);
        List<StoryView> views = found.minutes().stream().map(StoryView::of).toList();
        return page(ask, form, views, found.troubles());
    }

    private Answer keep(Ask ask, Form form, Iterator<Input> inputs, Defaults defaults) {
        Intake.Kept kept = intake.keep(inputs, defaults, ask.visit().name());
        site.changed();
        if (kept.first().isPresent() && kept.troubles().isEmpty()) {
            boolean one = kept.taken().added() + kept.taken().known() <= 1;
            return Answer.seeOther(one ? "/stories/" + kept.first().get() : "/stories");
        }
        return page(ask, form, List.of(), kept.troubles());
    }
}
