package org.mahdar.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.resource.metadata.TypeSystemDescription;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;
import org.junit.jupiter.api.Test;
import org.mahdar.model.Meeting;
import org.mahdar.model.Span;

/** Annotated text, calendar and feed, read back by UIMA, ical4j and ROME; columns of words read back by hand. */
class MarkupExportsTest {
    private static final List<Entry> ENTRIES = Entries.all();

    @Test
    void uimaSeesTheSameSpans() throws Exception {
        byte[] zip = Entries.bytes(Format.XMI, Entries.SETTINGS, ENTRIES);
        Optional<TypeSystemDescription> types = Optional.empty();
        int story = 0;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = in.getNextEntry(); file != null; file = in.getNextEntry()) {
                ByteArrayInputStream body = new ByteArrayInputStream(in.readAllBytes());
                if (file.getName().equals("typesystem.xml")) {
                    types = Optional.of(
                            UIMAFramework.getXMLParser().parseTypeSystemDescription(new XMLInputSource(body, null)));
                    continue;
                }
                CAS cas = CasCreationUtils.createCas(types.orElseThrow(), null, null);
                XmiCasDeserializer.deserialize(body, cas);
                compare(cas, ENTRIES.get(story++));
            }
        }
        assertThat(story).isEqualTo(ENTRIES.size());
    }

    private static void compare(CAS cas, Entry entry) {
        assertThat(cas.getDocumentLanguage()).isEqualTo("ar");
        assertThat(cas.getDocumentText()).isEqualTo(entry.text().replace('\u0001', '\uFFFD'));
        List<String> expected = new ArrayList<>();
        for (Line line : Line.of(entry.minutes())) {
            line.pieces().forEach(p -> expected.add(line.id() + " " + p.role() + " " + p.span()));
        }
        entry.minutes().actors().forEach(a -> a.mentions().forEach(m -> expected.add(a.ref() + " " + m)));
        List<String> seen = new ArrayList<>();
        Type lines = cas.getTypeSystem().getType("org.mahdar.Line");
        for (AnnotationFS one : cas.getAnnotationIndex(lines)) {
            seen.add(feature(one, "line") + " " + feature(one, "role") + " " + span(one));
        }
        Type mentions = cas.getTypeSystem().getType("org.mahdar.Mention");
        for (AnnotationFS one : cas.getAnnotationIndex(mentions)) {
            seen.add(feature(one, "ref") + " " + span(one));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String feature(AnnotationFS one, String name) {
        return one.getFeatureValueAsString(one.getType().getFeatureByBaseName(name));
    }

    private static Span span(AnnotationFS one) {
        return new Span(one.getBegin(), one.getEnd());
    }

    @Test
    void wordsInColumnsSpellOutTheSpans() throws IOException {
        List<String> lines =
                Entries.text(Format.CONLL, ENTRIES.subList(0, 2)).lines().toList();
        assertThat(lines.get(0))
                .startsWith("# global.columns = ID FORM MAHDAR:START MAHDAR:END MAHDAR:ACTOR MAHDAR:CUE");
        List<Span> times = new ArrayList<>();
        List<Span> cues = new ArrayList<>();
        int story = 1;
        for (String line : lines) {
            if (line.startsWith("# sent_id = 2-1")) {
                break;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length == 12) {
                Span word = new Span(Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
                assertThat(word.of(ENTRIES.get(story - 1).text())).isEqualTo(cells[1]);
                grow(cues, word, cells[5]);
                grow(times, word, cells[11]);
            }
        }
        assertThat(cues)
                .containsExactlyElementsOf(ENTRIES.get(0).minutes().statements().stream()
                        .map(s -> s.cue())
                        .toList());
        assertThat(times)
                .containsExactlyElementsOf(ENTRIES.get(0).minutes().times().stream()
                        .map(t -> t.span())
                        .toList());
    }

    private static void grow(List<Span> spans, Span word, String tag) {
        if (tag.startsWith("B-")) {
            spans.add(word);
        } else if (tag.startsWith("I-")) {
            Span last = spans.remove(spans.size() - 1);
            spans.add(new Span(last.start(), word.end()));
        }
    }

    @Test
    void calendarHoldsWhatHasADay() throws Exception {
        byte[] bytes = Entries.bytes(Format.ICALENDAR, Entries.SETTINGS, ENTRIES);
        assertThat(new String(bytes, UTF_8).split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        calendar.validate();
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        long expected = ENTRIES.stream()
                .flatMap(entry -> entry.minutes().meetings().stream())
                .filter(m -> m.status() != Meeting.Status.PROPOSED && m.status() != Meeting.Status.REFUSED)
                .filter(m -> m.date().flatMap(Days::of).filter(Days::exact).isPresent())
                .count();
        assertThat(events).hasSize((int) expected).hasSizeGreaterThan(10);
        VEvent first = events.get(0);
        assertThat(first.getSummary().getValue()).isEqualTo("الجولة الثالثة من المحادثات: ساحلية, مصدر دبلوماسي");
        assertThat(first.getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(first.getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2024, 3, 11));
        assertThat(first.getDateTimeEnd().getDate()).isEqualTo(LocalDate.of(2024, 3, 13));
    }

    @Test
    void feedHoldsEveryStatement() throws Exception {
        SyndFeed feed = new SyndFeedInput().build(new StringReader(Entries.text(Format.ATOM, ENTRIES)));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("محضر");
        List<SyndEntry> entries = feed.getEntries();
        assertThat(entries)
                .hasSize(ENTRIES.stream()
                        .mapToInt(e -> e.minutes().statements().size())
                        .sum());
        assertThat(entries.get(1).getTitle()).isEqualTo("سالم الوردي: «نريد نصا ملزما … NATO 2024 لا يكفي»");
        assertThat(entries.get(1).getAuthor()).isEqualTo("سالم الوردي");
        assertThat(entries.get(1).getLink()).isEqualTo("https://example.org/1?a=1&b=2");
        assertThat(entries.get(1).getUri()).isEqualTo("urn:mahdar:line/1.s2@1");
    }

    @Test
    void daysOfAValue() {
        assertThat(Days.of("2024-03-04").orElseThrow().exact()).isTrue();
        assertThat(Days.of("2024-03-04T10:30").orElseThrow().first()).isEqualTo(LocalDate.of(2024, 3, 4));
        assertThat(Days.of("2024-03-30/2024-04-02").orElseThrow().last()).isEqualTo(LocalDate.of(2024, 4, 2));
        assertThat(Days.of("2024-02").orElseThrow())
                .isEqualTo(new Days(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29), false));
        for (String none : List.of(
                "", "2024", "2024-W10", "P3D", "PRESENT_REF", "2024-02-31", "2024-13", "2024-03-04/2024-03-01")) {
            assertThat(Days.of(none)).describedAs(none).isEmpty();
        }
    }
}
