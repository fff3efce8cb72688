package org.mahdar.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.mahdar.app.ingest.Input;

/**
 * Rows of (file, line) as inputs: lines that follow each other in one file are one input, which is read while the rows come.
 * An input has to be read to its end before the next is asked for.
 */
final class LinesOfFiles implements Iterator<Input> {
    private final Iterator<Row> rows;
    private Optional<Row> ahead = Optional.empty();

    LinesOfFiles(Iterator<Row> rows) {
        this.rows = rows;
    }

    private Optional<Row> peek() {
        if (ahead.isEmpty() && rows.hasNext()) {
            ahead = Optional.of(rows.next());
        }
        return ahead;
    }

    @Override
    public boolean hasNext() {
        return peek().isPresent();
    }

    @Override
    public Input next() {
        String file = peek().orElseThrow(NoSuchElementException::new).getString(0);
        return Paths.input(Paths.lines(file), () -> new Lines(file));
    }

    private final class Lines extends InputStream {
        private final String file;
        private byte[] line = {};
        private int at;

        Lines(String file) {
            this.file = file;
        }

        private boolean fill() {
            while (at == line.length) {
                Optional<Row> row = peek().filter(one -> one.getString(0).equals(file));
                if (row.isEmpty()) {
                    return false;
                }
                ahead = Optional.empty();
                line = (row.get().getString(1) + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            return true;
        }

        @Override
        public int read() {
            return fill() ? line[at++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, target, from, count);
            at += count;
            return count;
        }
    }
}
