package org.mahdar.app.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** The formats that are one file or stream, by the name that commands and addresses know them by. */
public enum Format {
    /** The minutes themselves. */
    JSONL("jsonl", "application/x-ndjson", "jsonl", (out, s) -> new JsonLinesExport(out)),
    /** All lines in one table. */
    CSV("csv", "text/csv", "csv", CsvExport::new),
    /** Events. */
    PLOVER("plover", "application/x-ndjson", "jsonl", (out, s) -> new PloverExport(out)),
    /** Events in the columns of ICEWS. */
    CAMEO("cameo", "text/tab-separated-values", "tsv", (out, s) -> new CameoExport(out, false)),
    /** Events in the columns of PETRARCH. */
    PETRARCH("petrarch", "text/tab-separated-values", "tsv", (out, s) -> new CameoExport(out, true)),
    /** Who stands where on what. */
    DNA("dna", "text/csv", "csv", DnaExport::new),
    /** Actors and concepts. */
    GRAPHML_TWO_MODE(
            "graphml-two-mode", "application/graphml+xml", "graphml", (out, s) -> new GraphmlExport(out, true)),
    /** Actors and actors. */
    GRAPHML_ONE_MODE(
            "graphml-one-mode", "application/graphml+xml", "graphml", (out, s) -> new GraphmlExport(out, false)),
    /** Actors and concepts. */
    PAJEK_TWO_MODE("pajek-two-mode", "text/plain", "net", (out, s) -> new PajekExport(out, true)),
    /** Actors and actors. */
    PAJEK_ONE_MODE("pajek-one-mode", "text/plain", "net", (out, s) -> new PajekExport(out, false)),
    /** Meetings as a table. */
    ROUNDS("rounds", "text/csv", "csv", RoundsExport::new),
    /** Papers as a table. */
    PAPERS("papers", "text/csv", "csv", PapersExport::new),
    /** W3C Web Annotations. */
    ANNOTATIONS("annotations", "application/ld+json", "jsonld", AnnotationExport::new),
    /** schema.org Quotations. */
    QUOTATIONS("quotations", "application/ld+json", "jsonld", QuotationExport::new),
    /** PROV-O. */
    PROV("prov", "application/ld+json", "jsonld", ProvExport::new),
    /** UIMA CAS. */
    XMI("xmi", "application/zip", "zip", (out, s) -> new XmiExport(out)),
    /** Words in columns. */
    CONLL("conll", "text/plain", "conllup", (out, s) -> new ConllExport(out)),
    /** Dates of meetings. */
    ICALENDAR("icalendar", "text/calendar", "ics", CalendarExport::new),
    /** A feed of statements. */
    ATOM("atom", "application/atom+xml", "atom", AtomExport::new);

    private final String word;
    private final String mediaType;
    private final String extension;
    // A function without state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Opener opener;

    Format(String word, String mediaType, String extension, Opener opener) {
        this.word = word;
        this.mediaType = mediaType;
        this.extension = extension;
        this.opener = opener;
    }

    private interface Opener {
        Export open(OutputStream out, Settings settings) throws IOException;
    }

    /** The name in commands and addresses. */
    public String word() {
        return word;
    }

    /** Its media type; texts are in UTF-8. */
    public String mediaType() {
        return mediaType;
    }

    /** How names of its files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** Begins an export into a stream, which the export closes. */
    public Export open(OutputStream out, Settings settings) throws IOException {
        return opener.open(out, settings);
    }

    /** The format that goes by a name. */
    public static Optional<Format> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word.equals(word))
                .findFirst();
    }

    @Override
    public String toString() {
        return word;
    }
}
