package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.mahdar.model.Actor;
import org.mahdar.model.Paper;

/** Papers as a table, one row a document that a story tells of. */
public final class PapersExport extends TableExport {
    private static final List<String> COLUMNS = List.of(
            "paper",
            "kind",
            "status",
            "name",
            "by",
            "date",
            "mentions",
            "story",
            "published",
            "outlet",
            "url",
            "start",
            "end");

    /** Writes to a stream, which it closes. */
    public PapersExport(OutputStream out, Settings settings) {
        super(out, COLUMNS, settings.byteOrderMark());
    }

    @Override
    public void add(Entry entry) throws IOException {
        for (Paper paper : entry.minutes().papers()) {
            row(List.of(
                    entry.id(paper.id()),
                    paper.kind().word(),
                    paper.status().orElse(""),
                    paper.span().of(entry.text()),
                    paper.by().stream()
                            .map(entry.minutes()::actor)
                            .map(Actor::name)
                            .collect(Collectors.joining("; ")),
                    paper.date().orElse(""),
                    String.valueOf(1 + paper.also().size()),
                    entry.story(),
                    entry.published(),
                    entry.source().outlet().orElse(""),
                    entry.source().url().orElse(""),
                    String.valueOf(paper.span().start()),
                    String.valueOf(paper.span().end())));
        }
    }
}
