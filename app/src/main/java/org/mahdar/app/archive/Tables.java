package org.mahdar.app.archive;

import java.util.List;

/**
 * The tables of the archive as whoever copies or compares all of it sees them.
 *
 * @param name of the table
 * @param columns in the order in which they are written
 * @param order the columns that put its rows in order
 */
record Tables(String name, List<String> columns, String order) {
    /** Every table, those before that others point at. */
    static final List<Tables> ALL = List.of(
            table("run", "no", "no command engine started_at ended_at added changed known failed"),
            table("trouble", "run, ordinal", "run ordinal place what way_out"),
            table("story", "no", "no key_hash key version minutes"),
            table(
                    "version",
                    "story, version",
                    "story version run added_at id title published published_at language outlet agency byline place url"
                            + " found_in media_type text_sha256 bytes_sha256 sketch"),
            table("content", "story, version", "story version text_size text bytes_size bytes"),
            table("minutes", "no", "no story version revision run read_at pack engine problems"),
            table("finding", "minutes, ordinal", "minutes ordinal line kind start_at end_at evidence parts"),
            table("actor", "no", "no id kind name name_en office office_en state"),
            table("appearance", "minutes, ordinal", "minutes ordinal ref actor of_ref inferred mentions"),
            table("band", "hash", "hash story"),
            table("copy", "story", "story grp"),
            table("correction", "no", "no uid story version kind start_at end_at verdict body made_by made_at why"),
            table("dossier", "name, revision", "name revision title definition closed made_by made_at"),
            table(
                    "source",
                    "no",
                    "no url kind outlet language added_at active etag last_modified looked_at next_at failures outcome"),
            table("page", "url", "url etag last_modified looked_at next_at looks"),
            table("saved_search", "no", "no name query level stories sorting closed made_by made_at"));

    private static Tables table(String name, String order, String columns) {
        return new Tables(name, List.of(columns.split(" ")), order);
    }

    /** All its rows in order. */
    String select() {
        return "select " + String.join(", ", columns) + " from " + name + " order by " + order;
    }

    /** Puts a row in. */
    String insert() {
        return "insert into " + name + " (" + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.size() - 1) + ")";
    }
}
