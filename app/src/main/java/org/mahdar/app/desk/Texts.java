package org.mahdar.app.desk;

import java.util.List;
import org.mahdar.model.Finding;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;

/** The words of lines. */
public final class Texts {
    private Texts() {}

    /** What a line says: of a statement what was said, of others everything they point at; pieces parted by "…". */
    public static String words(Minutes minutes, Finding line) {
        List<Span> spans = line instanceof Statement statement
                ? statement.content()
                : line.spans().stream().sorted().distinct().toList();
        StringBuilder out = new StringBuilder();
        for (Span span : spans) {
            out.append(out.length() == 0 ? "" : " \u2026 ")
                    .append(span.of(minutes.story().text()));
        }
        return out.toString().replace('\n', ' ');
    }
}
