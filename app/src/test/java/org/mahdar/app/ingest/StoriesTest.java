package org.mahdar.app.ingest;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mahdar.app.Shared;
import org.mahdar.model.Story;

/** What comes in, and what comes of it: good input in every form, bad input in every form, and very much of it. */
class StoriesTest {
    private static final String ARABIC = "عنوان الخبر\n\nقال الوزير إن المحادثات ستستأنف غدا في العاصمة.\n";
    private static final String RECORD = "{\"title\":\"عنوان\",\"text\":\"قال الوزير إن المحادثات ستستأنف\"}";

    @TempDir
    private Path folder;

    /** What became of an input: stories as {@code id|title|text}, the rest as the user reads it. */
    private List<String> read(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        List<String> out = new ArrayList<>();
        for (Item item : items(file)) {
            out.add(say(item).replace(folder + "/", ""));
        }
        return out;
    }

    private static List<Item> items(Path... files) {
        List<Item> out = new ArrayList<>();
        List<String> names = Stream.of(files).map(Path::toString).toList();
        try (Stories stories = Stories.of(names, InputStream.nullInputStream(), Optional.empty(), "ar")) {
            stories.forEachRemaining(out::add);
        }
        return out;
    }

    private static String say(Item item) {
        if (item instanceof Item.Found found) {
            Story story = found.story();
            return "story " + story.id() + "|" + story.title() + "|" + story.text();
        }
        if (item instanceof Item.Bad bad) {
            return "bad " + bad.place() + ": " + bad.what() + ". " + bad.wayOut();
        }
        Item.Remark remark = (Item.Remark) item;
        return "remark " + remark.place() + ": " + remark.what();
    }

    static Stream<Arguments> good() {
        String record = """
                {"id": 7, "title": " ع ", "content": "نص\\n", "source": {"name": "الضفتان"},
                 "date_extracted": "2015-07-21 02:51:32", "url": "http://e.org", "author": null, "tags": ["a", null]}""";
        return Stream.of(
                Arguments.of(
                        "text.txt",
                        ARABIC,
                        "story text|عنوان الخبر|عنوان الخبر\n\nقال الوزير إن المحادثات ستستأنف غدا في العاصمة."),
                Arguments.of("crlf.txt", "\r\n  ع \r\n\r\nا\r\nب \n", "story crlf|ع|ع\n\nا\r\nب"),
                Arguments.of("one.txt", "سطر واحد بلا عنوان", "story one||سطر واحد بلا عنوان"),
                Arguments.of("noend", ARABIC, "story noend|عنوان الخبر|"),
                Arguments.of("bracket.txt", "[رويترز]\nنص", "story bracket|[رويترز]|"),
                Arguments.of("bracket", "[رويترز]\nنص", "story bracket|[رويترز]|"),
                Arguments.of("one.json", record, "story 7| ع | ع \n\nنص\n"),
                Arguments.of("array.json", "[\n" + record + ",\n" + record + "]", "story 7| ع | ع \n\nنص\n"),
                Arguments.of("guessed", "[" + RECORD + "]", "story guessed-1|عنوان|"),
                Arguments.of("lines.jsonl", RECORD + "\n\n" + RECORD + "\n", "story lines-1|عنوان|"),
                Arguments.of("lines", RECORD + "\n" + RECORD, "story lines-1|عنوان|"),
                Arguments.of("outlet.json", "{\"text\":\"ن\",\"outlet\":\"sabq\"}", "story sabq-1||ن"),
                Arguments.of("title.json", "{\"title\":\"ن\",\"text\":\"\"}", "story title-1|ن|ن\n\n"),
                Arguments.of("blank.json", "{\"title\":\" \",\"body\":\"ن\"}", "story blank-1||ن"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void good(String name, String content, String begins) throws IOException {
        List<String> read = read(name, content.getBytes(UTF_8));
        assertThat(read).allMatch(line -> line.startsWith("story "));
        assertThat(read.get(0)).startsWith(begins);
        assertThat(read(name + ".gz", gz(content.getBytes(UTF_8)))).isEqualTo(read);
        List<String> zipped = read("a.zip", zip(name, content.getBytes(UTF_8)));
        assertThat(zipped).isEqualTo(read);
    }

    static Stream<Arguments> bad() {
        String lines = (RECORD + "\n").repeat(811);
        return Stream.of(
                Arguments.of("empty.txt", bytes(""), "bad empty.txt: is empty. Check", 0),
                Arguments.of("blank.txt", bytes(" \n\u00A0\n"), "bad blank.txt: holds no text. Check", 0),
                Arguments.of("none.json", bytes("[]"), "bad none.json: holds no story.", 0),
                Arguments.of("none.jsonl", bytes("\n \n"), "bad none.jsonl: holds no story.", 0),
                Arguments.of(
                        "picture.txt",
                        bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10),
                        "bad picture.txt: is a picture (PNG), not text. Give",
                        0),
                Arguments.of("paper.pdf", bytes("%PDF-1.7"), "bad paper.pdf: is a PDF that cannot be read: ", 0),
                Arguments.of(
                        "page.html",
                        bytes("<!DOCTYPE html><p>قال"),
                        "bad page.html: no story is found in the page. It may be a list",
                        0),
                Arguments.of(
                        "noise",
                        bytes(1, 2, 3, 4, 5, 0, 0, 0, 'a'),
                        "bad noise: is not text: 8 of its first 9 bytes are control",
                        0),
                Arguments.of("wide", "قال الوزير ok".getBytes(UTF_16LE), "bad wide: is not text", 0),
                Arguments.of(
                        "russian.txt",
                        "Министр сказал, что переговоры начались".getBytes(Charset.forName("windows-1251")),
                        "bad russian.txt: is neither UTF-8 nor an encoding of Arabic that is recognised; it might be windows-1251. Save it as UTF-8, for example with: iconv -f windows-1251",
                        0),
                Arguments.of(
                        "nul.txt",
                        bytes("عنوان\nنص\u0000نص"),
                        "bad nul.txt:2:3: the text has a NUL (U+0000) at offset 8. Take it out",
                        0),
                Arguments.of(
                        "nul.json",
                        bytes("[{\"title\":\"ا\",\"text\":\"ب\\u0000\"}," + RECORD + "]"),
                        "bad nul.json:1: the text has a NUL (U+0000) at offset 1.",
                        1),
                Arguments.of(
                        "half.jsonl",
                        bytes("{\"title\":\"\\ud83d\",\"text\":\"ب\"}\n" + RECORD),
                        "bad half.jsonl:1: the title has half a surrogate pair (U+D83D) at offset 0.",
                        1),
                Arguments.of(
                        "low.jsonl",
                        bytes("{\"text\":\"ب\\udc00\"}\n" + RECORD),
                        "bad low.jsonl:1: the text has half a surrogate pair (U+DC00) at offset 1.",
                        1),
                Arguments.of(
                        "cesu.txt",
                        bytes(ARABIC, 0xED, 0xA0, 0x80),
                        "bad cesu.txt:4:1: byte 0xED is not UTF-8, though the text before it is. Mend",
                        0),
                Arguments.of(
                        "broken.txt",
                        bytes(ARABIC.repeat(3), 0xC7, ' ', 0xC7),
                        "bad broken.txt:10:1: byte 0xC7 is not UTF-8",
                        0),
                Arguments.of(
                        "bytes.jsonl",
                        bytes(RECORD + "\n{\"text\":\"قال", 0xC7, 0xE1, "\"}\n" + RECORD + "\n"),
                        "bad bytes.jsonl:2:13: byte 0xC7 is not UTF-8",
                        2),
                Arguments.of(
                        "broken.jsonl",
                        bytes(lines + "{\"title\":\"ع\",\"text\":\"ن\"\n" + RECORD),
                        "bad broken.jsonl:812:24: broken JSON: Unexpected end-of-input: expected close marker for Object. Mend the line or leave it out; the other lines are read.",
                        812),
                Arguments.of(
                        "broken.json",
                        bytes("[" + lines.replace("\n", ",\n") + "{\"title\" \"ع\"}]"),
                        "bad broken.json:812:10: broken JSON: Unexpected character ('\"' (code 34)): was expecting a colon",
                        811),
                Arguments.of("cut.json", bytes("[" + RECORD + ",{\"title\":\"ع"), "bad cut.json:1:", 1),
                Arguments.of("two.jsonl", bytes(RECORD + RECORD + "\n" + RECORD), "bad two.jsonl:1:", 1),
                Arguments.of(
                        "list.jsonl",
                        bytes("[" + RECORD + "]\n" + RECORD),
                        "bad list.jsonl:1:1: broken JSON: the line holds an array",
                        1),
                Arguments.of("after.json", bytes("[" + RECORD + "] x"), "bad after.json:1:", 1),
                Arguments.of(
                        "number.json", bytes("[3," + RECORD + "]"), "bad number.json:1: is not a JSON object. Give", 1),
                Arguments.of(
                        "strange.json",
                        bytes("[{\"headlines\":\"ع\"}," + RECORD + "]"),
                        "bad strange.json:1: the story has neither title nor text; its properties: [headlines]. The title is looked for in [title, headline]",
                        1),
                Arguments.of(
                        "blank.json",
                        bytes("[{\"title\":\" \",\"text\":\"\\n\"}," + RECORD + "]"),
                        "bad blank.json:1: title and text are empty. Leave",
                        1),
                Arguments.of(
                        "typed.json",
                        bytes("[{\"title\":\"ع\",\"text\":[1]}," + RECORD + "]"),
                        "bad typed.json:1: \"text\" is not a string.",
                        1),
                Arguments.of("cut.zip", cut(zip("a.json", bytes("[" + RECORD + "]"))), "bad cut.zip", 0),
                Arguments.of("none.zip", zip("folder/", new byte[0]), "bad none.zip: the archive holds no file.", 0),
                Arguments.of(
                        "mixed.zip",
                        zip("a.jpg", bytes(0xFF, 0xD8, 0xFF, 0xE0), "b.json", bytes(RECORD)),
                        "bad mixed.zip!a.jpg: is a picture (JPEG)",
                        1),
                Arguments.of(
                        "nested.zip",
                        zip("a.zip", zip("b.json", bytes(RECORD)), "c.json", bytes(RECORD)),
                        "bad nested.zip!a.zip: is an archive inside an archive",
                        1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void bad(String name, byte[] content, String message, int otherStories) throws IOException {
        List<String> read = read(name, content);
        assertThat(read.stream().filter(line -> !line.startsWith("story ")))
                .singleElement()
                .asString()
                .startsWith(message)
                // One message is one line: what is wrong, and a way out.
                .doesNotContain("\n")
                .matches("(?s).*\\. [A-Z].*");
        assertThat(read.stream().filter(line -> line.startsWith("story "))).hasSize(otherStories);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "long.jsonl | {\"text\":\" | 50000000 | long.jsonl:1: the line has 50000011 bytes; up to 33554432 are read. Check that | 1",
                "long.json | [" + RECORD + ",{\"text\":\" | 20000000 | long.json:1: | 1",
                "long.txt | a | 40000000 | long.txt: has more than 33554432 bytes, too long for one story. | 0"
            })
    void tooLong(String name, String begin, int letters, String message, int otherStories) throws IOException {
        Path file = folder.resolve(name);
        // Written piece by piece: the heap of this test holds no second copy of what is read.
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(begin.getBytes(UTF_8));
            new Repeated(bytes("a"), letters).transferTo(out);
            out.write(bytes("\"}\n" + RECORD));
        }
        List<Item> items = items(file);
        assertThat(items.stream().filter(item -> item instanceof Item.Bad).map(StoriesTest::say))
                .singleElement()
                .asString()
                .startsWith("bad " + folder + "/" + message)
                .doesNotContain("\n")
                .matches("(?s).*\\. [A-Z].*");
        assertThat(items.stream().filter(item -> item instanceof Item.Found)).hasSize(otherStories);
    }

    static Stream<Arguments> encodings() {
        String text = ARABIC.strip();
        return Stream.of(
                Arguments.of(
                        "1256.txt",
                        text.getBytes(Charset.forName("windows-1256")),
                        "remark 1256.txt: was converted from windows-1256, going by its letters"),
                Arguments.of(
                        "6.txt",
                        text.getBytes(Charset.forName("ISO-8859-6")),
                        "remark 6.txt: was converted from ISO-8859-6, going by its letters"),
                Arguments.of(
                        "bom.txt",
                        bytes("\uFEFF" + text),
                        "remark bom.txt: begins with a byte order mark, which is no part of the text"),
                Arguments.of(
                        "le.txt",
                        ("\uFEFF" + text).getBytes(UTF_16LE),
                        "remark le.txt: was converted from UTF-16LE, going by its byte order mark"),
                Arguments.of(
                        "be.txt",
                        ("\uFEFF" + text).getBytes(UTF_16BE),
                        "remark be.txt: was converted from UTF-16BE, going by its byte order mark"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void encodings(String name, byte[] content, String remark) throws IOException {
        List<String> read = read(name, content);
        assertThat(read).hasSize(2);
        assertThat(read.get(0)).isEqualTo(remark);
        assertThat(read.get(1)).endsWith("|" + ARABIC.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide.txt", "wide.json", "wide.jsonl"})
    void aConversionThatFailsOnTheWayIsOneMessage(String name) throws IOException {
        byte[] content = "\uFEFF{\"text\":\"قال?\"}".getBytes(UTF_16LE);
        // Half a surrogate pair, which UTF-16 may not hold.
        content[content.length - 6] = 0;
        content[content.length - 5] = (byte) 0xD8;
        List<String> read = read(name, content);
        assertThat(read).hasSize(2);
        assertThat(read.get(0)).startsWith("remark " + name + ": was converted from UTF-16LE");
        assertThat(read.get(1))
                .startsWith("bad " + name)
                .contains("its bytes do not keep to the encoding it begins with. Save it as UTF-8");
    }

    @Test
    void legacyJsonLinesAreConverted() throws IOException {
        byte[] content = (RECORD + "\n").repeat(5000).getBytes(Charset.forName("windows-1256"));
        List<String> read = read("old.jsonl", content);
        assertThat(read).hasSize(5001);
        assertThat(read.get(5000)).isEqualTo("story old-5000|عنوان|عنوان\n\nقال الوزير إن المحادثات ستستأنف");
    }

    @Test
    void knowsWhatIsSaidOfAStory() throws IOException {
        Path file = folder.resolve("known.jsonl");
        Files.writeString(file, """
                {"text": "ا", "published": "2022-01-11T23:00:00+03:00", "language": "ar-SY", "agency": "سبوتنيك", "place": "موسكو"}
                {"text": "ب", "pubDate": "Tue, 11 Jan 2022 10:00:00 GMT"}
                {"text": "ج", "date": "20220111"}
                {"text": "د", "date": "أمس"}
                {"text": "ه"}
                """);
        List<Item> items = new ArrayList<>();
        try (Stories stories = Stories.of(
                List.of(file.toString()), InputStream.nullInputStream(), Optional.of(LocalDate.of(1999, 1, 1)), "fa")) {
            stories.forEachRemaining(items::add);
        }
        assertThat(items.get(3)).isInstanceOf(Item.Remark.class);
        assertThat(say(items.get(3))).contains("\"أمس\" is not understood").contains("2022-01-11");
        List<Story> stories = items.stream()
                .filter(Item.Found.class::isInstance)
                .map(item -> ((Item.Found) item).story())
                .toList();
        assertThat(stories)
                .extracting(story -> story.published().orElseThrow().toString())
                .containsExactly("2022-01-11", "2022-01-11", "2022-01-11", "1999-01-01", "1999-01-01");
        assertThat(stories).extracting(Story::language).containsExactly("ar-SY", "fa", "fa", "fa", "fa");
        assertThat(stories.get(0).agency()).contains("سبوتنيك");
        assertThat(stories.get(0).place()).contains("موسكو");
    }

    @Test
    void missingFilesAndFoldersAreNamedAndTheRestIsRead() throws IOException {
        Path good = folder.resolve("good.txt");
        Files.writeString(good, ARABIC);
        Path inner = Files.createDirectories(folder.resolve("inner/empty"));
        Files.writeString(folder.resolve("inner/b.txt"), ARABIC);
        Files.writeString(folder.resolve("inner/a.jsonl"), RECORD + "\n" + RECORD);
        Files.writeString(folder.resolve("inner/.hidden"), ARABIC);
        List<Item> items = items(folder.resolve("missing.txt"), folder.resolve("inner"), inner, good);
        assertThat(items.stream().map(StoriesTest::say).map(line -> line.replaceAll("[|].*|" + folder + "/", "")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("bad missing.txt: there is no such file. Check the name"),
                        line -> assertThat(line).startsWith("story a-1"),
                        line -> assertThat(line).startsWith("story a-2"),
                        line -> assertThat(line).startsWith("story b"),
                        line -> assertThat(line).startsWith("bad inner/empty: is a folder without files."),
                        line -> assertThat(line).startsWith("story good"));
    }

    @Test
    void readsStandardInput() {
        try (Stories stories =
                Stories.of(List.of("-"), new ByteArrayInputStream(ARABIC.getBytes(UTF_8)), Optional.empty(), "ar")) {
            assertThat(say(stories.next())).startsWith("story stdin|عنوان الخبر|");
            assertThat(stories.consumed()).isEqualTo(ARABIC.getBytes(UTF_8).length);
            assertThat(stories.hasNext()).isFalse();
        }
    }

    @Test
    void readsAnArchiveInTheMemoryOfOneStory() {
        // 600 MB of stories from a stream that is made as it is read: were they kept, the heap would not hold them.
        byte[] story = ("{\"text\":\"" + "قال ".repeat(2500) + "\"}\n").getBytes(UTF_8);
        int count = 30_000;
        InputStream endless = new Repeated(story, count);
        int read = 0;
        try (Stories stories = Stories.of(List.of("-"), endless, Optional.empty(), "ar")) {
            while (stories.hasNext()) {
                assertThat(stories.next()).isInstanceOf(Item.Found.class);
                read++;
            }
            assertThat(stories.consumed()).isEqualTo((long) story.length * count);
        }
        assertThat(read).isEqualTo(count);
    }

    @Test
    @EnabledIf("org.mahdar.app.Shared#isThere")
    void readsTheCorpus() throws IOException {
        Path zips = Shared.folder().resolve("corpus/saudinewsnet");
        int count = 0;
        int empty = 0;
        int shapes = 0;
        try (Stream<Path> list = Files.list(zips)) {
            List<String> names = list.map(Path::toString).sorted().toList();
            try (Stories stories = Stories.of(names, InputStream.nullInputStream(), Optional.empty(), "ar")) {
                while (stories.hasNext()) {
                    Item item = stories.next();
                    count++;
                    if (item instanceof Item.Found found) {
                        assertThat(found.story().published()).isPresent();
                        assertThat(found.story().outlet()).isPresent();
                    } else if (say(item).contains("presentation forms")) {
                        shapes++;
                    } else {
                        assertThat(say(item)).contains("title and text are empty");
                        empty++;
                    }
                }
            }
        }
        assertThat(count).isEqualTo(12_824);
        assertThat(empty).isEqualTo(36);
        assertThat(shapes).isEqualTo(2);
    }

    /** The same bytes so many times. */
    private static final class Repeated extends InputStream {
        private final byte[] bytes;
        private final long end;
        private long at;

        Repeated(byte[] bytes, int times) {
            this.bytes = bytes;
            this.end = (long) bytes.length * times;
        }

        @Override
        public int read() {
            return at < end ? bytes[(int) (at++ % bytes.length)] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (at >= end) {
                return -1;
            }
            int begin = (int) (at % bytes.length);
            int count = Math.min(length, bytes.length - begin);
            System.arraycopy(bytes, begin, target, from, count);
            at += count;
            return count;
        }
    }

    /** Bytes of strings (in UTF-8) and of numbers, one after the other. */
    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Object part : parts) {
            if (part instanceof String text) {
                out.writeBytes(text.getBytes(UTF_8));
            } else if (part instanceof Character c) {
                out.write(c);
            } else {
                out.write((Integer) part);
            }
        }
        return out.toByteArray();
    }

    private static byte[] gz(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 3);
    }
}
