package org.mahdar.app.view;

import java.io.IOException;
import org.mahdar.model.Minutes;

/**
 * A way to show minutes. {@link #render} may be called by many threads at once; {@link #write} and {@link #finish} are
 * called by one, in the order of the stories.
 */
public abstract class View {
    /**
     * The minutes of one story.
     *
     * @param number its number in the output, from 1
     */
    public abstract String render(Minutes minutes, int number);

    /** Writes what {@link #render} made, and what belongs before it. */
    public void write(String rendered, Appendable out) throws IOException {
        out.append(rendered);
    }

    /** Writes what belongs after the last story. */
    public void finish(Appendable out) throws IOException {}
}
