package org.mahdar.app.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The definitions of dossiers, with every state that each has had. */
public final class Dossiers {
    private final Database database;

    Dossiers(Database database) {
        this.database = database;
    }

    /** Keeps a state as the newest of its dossier and returns it with its revision. */
    public DossierRow keep(DossierRow row) {
        return database.write(connection -> {
            int revision = Sql.first(
                                    connection,
                                    "select coalesce(max(revision), 0) from dossier where name = ?",
                                    r -> r.getInt(1),
                                    row.name())
                            .orElse(0)
                    + 1;
            Sql.update(
                    connection,
                    "insert into dossier (name, revision, title, definition, closed, made_by, made_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)",
                    row.name(),
                    revision,
                    row.title(),
                    row.definition(),
                    row.closed(),
                    row.by(),
                    row.at());
            return new DossierRow(
                    row.name(), revision, row.title(), row.definition(), row.closed(), row.by(), row.at());
        });
    }

    /** The newest state of every dossier, by name, those that are closed among them. */
    public List<DossierRow> list() {
        return database.read(connection -> Sql.list(
                connection,
                "select * from dossier d where revision = (select max(revision) from dossier e where e.name = d.name)"
                        + " order by name",
                Dossiers::row));
    }

    /** All states of a dossier, the newest first; empty where there is none of that name. */
    public List<DossierRow> history(String name) {
        return database.read(connection -> Sql.list(
                connection, "select * from dossier where name = ? order by revision desc", Dossiers::row, name));
    }

    /** The newest state of a dossier. */
    public Optional<DossierRow> get(String name) {
        return history(name).stream().findFirst();
    }

    private static DossierRow row(ResultSet row) throws SQLException {
        return new DossierRow(
                row.getString("name"),
                row.getInt("revision"),
                row.getString("title"),
                row.getString("definition"),
                row.getInt("closed") != 0,
                row.getString("made_by"),
                row.getString("made_at"));
    }
}
