package org.mahdar.app.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table as CSV (RFC 4180 with line feeds), with the names of its columns first, even where no row follows. */
abstract class TableExport extends TextExport {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;
    private final List<String> columns;
    private final boolean byteOrderMark;
    private boolean started;

    TableExport(OutputStream out, List<String> columns, boolean byteOrderMark) {
        super(out);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out());
        this.columns = columns;
        this.byteOrderMark = byteOrderMark;
    }

    final void row(List<String> cells) throws IOException {
        heading();
        if (cells.size() != columns.size()) {
            throw new IllegalStateException(cells.size() + " cells for " + columns.size() + " columns");
        }
        csv.writeRecord(cells);
    }

    private void heading() throws IOException {
        if (!started) {
            started = true;
            if (byteOrderMark) {
                out().append(BYTE_ORDER_MARK);
            }
            csv.writeRecord(columns);
        }
    }

    @Override
    final void finish() throws IOException {
        heading();
        csv.flush();
    }
}
