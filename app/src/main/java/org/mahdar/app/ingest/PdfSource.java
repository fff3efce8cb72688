package org.mahdar.app.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF documents: one document, one story. A PDF knows where glyphs stand on paper, not what is read after what, so this
 * says that it has worked that out, and refuses what it cannot work out rather than to get it wrong.
 */
final class PdfSource {
    /** Lines in columns, from which share of all lines on the document is set in them. */
    private static final double COLUMNS = 0.3;

    /** A line is the last of its paragraph where it leaves this share of the width free. */
    private static final float SHORT = 0.12f;

    /** A line begins a paragraph where it stands so many usual distances below the one before. */
    private static final float FAR = 1.35f;

    /** Letters of one paragraph do not differ more than this in size. */
    private static final float SAME_SIZE = 1.12f;

    private static final String MEDIA_TYPE = "application/pdf";
    private static final String GIVE_TEXT = "Give its text in a .txt file.";

    private final StoryMaker maker;

    PdfSource(StoryMaker maker) {
        this.maker = maker;
    }

    /** The story of a document. */
    List<Item> stories(String file, byte[] bytes) {
        try {
            return read(file, bytes);
        } catch (InvalidPasswordException e) {
            return bad(file, "is a PDF that opens with a password only", "Take the password off and give it again.");
        } catch (BadInput e) {
            return bad(file, e.what(), e.wayOut());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A damaged document may break the library anywhere.
            return bad(file, "is a PDF that cannot be read: " + e, GIVE_TEXT);
        } catch (NoClassDefFoundError e) {
            return bad(file, "is a PDF, and the jars of PDFBox are not here", GIVE_TEXT);
        }
    }

    private static List<Item> bad(String file, String what, String wayOut) {
        return List.of(new Item.Bad(Place.of(file), what, wayOut));
    }

    private List<Item> read(String file, byte[] bytes) throws IOException {
        // Where PDFBox notes the fonts of this machine: not in the user's folder.
        if (System.getProperty("pdfbox.fontcache") == null) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
        List<List<PdfLine>> pages;
        try (PDDocument document =
                Loader.loadPDF(new RandomAccessReadBuffer(bytes), IOUtils.createTempFileOnlyStreamCache())) {
            pages = PdfText.pages(document);
        }
        List<List<PdfLine>> lines = inked(pages);
        int count = lines.stream().mapToInt(List::size).sum();
        if (count == 0) {
            return bad(
                    file,
                    "is a PDF of pictures: there are no letters on its " + pages.size() + " pages",
                    "Have a program for scanned pages read it, and give the text.");
        }
        long across = lines.stream()
                .flatMap(List::stream)
                .filter(PdfLine::spansColumns)
                .count();
        if (across > 1 && across >= COLUMNS * count) {
            return bad(
                    file,
                    "is a PDF set in columns or tables (" + across + " of its " + count
                            + " lines), whose order cannot be told for sure",
                    "Give the text of each story in a .txt file.");
        }
        String seen = text(lines, false);
        String turned = text(lines, true);
        List<Item> out = new ArrayList<>();
        out.add(new Item.Remark(
                Place.of(file),
                "was taken out of a PDF of " + pages.size() + (pages.size() == 1 ? " page" : " pages")
                        + ", by where its letters stand; look at the page before you quote"));
        out.addAll(maker.fromText(file, astray(turned) < astray(seen) ? turned : seen, MEDIA_TYPE, bytes));
        return out;
    }

    /** The lines with ink, without the numbers of pages and what stands at the head or foot of most of them. */
    private static List<List<PdfLine>> inked(List<List<PdfLine>> pages) {
        List<List<PdfLine>> out = new ArrayList<>();
        Map<String, Integer> edges = new HashMap<>();
        for (List<PdfLine> page : pages) {
            List<PdfLine> lines = page.stream().filter(line -> !line.isBlank()).toList();
            out.add(lines);
            if (!lines.isEmpty()) {
                edges.merge(edge(lines.get(0)), 1, Integer::sum);
                edges.merge(edge(lines.get(lines.size() - 1)), 1, Integer::sum);
            }
        }
        int most = Math.max(2, pages.size() / 2);
        out.replaceAll(lines -> {
            int from = 0;
            int to = lines.size();
            if (from < to && repeats(edge(lines.get(from)), edges, most)) {
                from++;
            }
            if (from < to && repeats(edge(lines.get(to - 1)), edges, most)) {
                to--;
            }
            return lines.subList(from, to);
        });
        return out;
    }

    /** A line at the edge of a page without its digits, which count pages. */
    private static String edge(PdfLine line) {
        return StoryMaker.strip(line.text(false).replaceAll("[\\p{Nd}\\p{Punct}\\s]+", " "));
    }

    private static boolean repeats(String edge, Map<String, Integer> edges, int most) {
        return edge.isEmpty() || edges.getOrDefault(edge, 0) > most;
    }

    private static String text(List<List<PdfLine>> pages, boolean mirror) {
        StringBuilder out = new StringBuilder();
        float usual = usualDistance(pages);
        Optional<PdfLine> last = Optional.empty();
        boolean onPage = false;
        List<PdfLine> all = pages.stream().flatMap(List::stream).toList();
        float left = (float) all.stream().mapToDouble(PdfLine::left).min().orElse(0);
        float right = (float) all.stream().mapToDouble(PdfLine::right).max().orElse(0);
        for (List<PdfLine> page : pages) {
            for (PdfLine line : page) {
                if (last.isPresent()) {
                    boolean begins = endsShort(last.get(), left, right)
                            || differs(last.get().size(), line.size())
                            || (onPage && line.y() - last.get().y() > FAR * usual);
                    out.append(begins ? "\n\n" : " ");
                }
                out.append(line.text(mirror));
                last = Optional.of(line);
                onPage = true;
            }
            onPage = false;
        }
        return out.toString();
    }

    private static boolean endsShort(PdfLine line, float left, float right) {
        float free = line.isRightToLeft() ? line.left() - left : right - line.right();
        return free > SHORT * (right - left);
    }

    private static boolean differs(float size, float other) {
        return Math.max(size, other) > SAME_SIZE * Math.min(size, other);
    }

    /** The distance of lines that most have, or rather the one in the middle. */
    private static float usualDistance(List<List<PdfLine>> pages) {
        List<Float> distances = new ArrayList<>();
        for (List<PdfLine> page : pages) {
            for (int i = 1; i < page.size(); i++) {
                distances.add(page.get(i).y() - page.get(i - 1).y());
            }
        }
        distances.sort(null);
        // Rather too small than too large: two paragraphs made of one do less harm than one made of two.
        return distances.isEmpty() ? Float.MAX_VALUE : distances.get((distances.size() - 1) / 2);
    }

    /** How many brackets close what is not open or are never closed. */
    private static int astray(String text) {
        int out = 0;
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '[' || c == '\u00AB') {
                depth++;
            } else if (c == ')' || c == ']' || c == '\u00BB') {
                out += depth == 0 ? 1 : 0;
                depth = Math.max(0, depth - 1);
            }
        }
        return out + depth;
    }
}
