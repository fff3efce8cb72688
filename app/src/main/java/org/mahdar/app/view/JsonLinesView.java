package org.mahdar.app.view;

import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Minutes;

/** One object a line. */
public final class JsonLinesView extends View {
    @Override
    public String render(Minutes minutes, int number) {
        return MinutesWriter.line(minutes) + "\n";
    }
}
