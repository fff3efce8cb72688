package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import org.mahdar.app.view.CsvView;

/** All lines as one table: the columns that {@code mahdar read --format csv} shows. */
public final class CsvExport extends TextExport {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvView view = new CsvView();
    private final boolean byteOrderMark;
    private int number;

    /** Writes to a stream, which it closes. */
    public CsvExport(OutputStream out, Settings settings) {
        super(out);
        this.byteOrderMark = settings.byteOrderMark();
    }

    @Override
    public void add(Entry entry) throws IOException {
        begin();
        view.write(view.render(entry.minutes(), ++number), out());
    }

    private void begin() throws IOException {
        if (byteOrderMark && number == 0) {
            out().append(BYTE_ORDER_MARK);
        }
    }

    @Override
    void finish() throws IOException {
        begin();
        view.finish(out());
    }
}
