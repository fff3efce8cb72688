package org.mahdar.app.view;

import java.io.IOException;
import java.util.Optional;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Minutes;

/** An indented object for one story, an array of them for several, an empty array for none. */
public final class JsonView extends View {
    /** The first story is held back until it is known whether there is a second. */
    private Optional<String> first = Optional.empty();

    private boolean several;

    @Override
    public String render(Minutes minutes, int number) {
        return MinutesWriter.indented(minutes);
    }

    @Override
    public void write(String rendered, Appendable out) throws IOException {
        if (several) {
            out.append(",\n").append(rendered);
        } else if (first.isPresent()) {
            several = true;
            out.append("[\n").append(first.get()).append(",\n").append(rendered);
        } else {
            first = Optional.of(rendered);
        }
    }

    @Override
    public void finish(Appendable out) throws IOException {
        out.append(several ? "\n]" : first.orElse("[]")).append('\n');
    }
}
