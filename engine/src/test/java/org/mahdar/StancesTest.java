package org.mahdar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mahdar.model.Minutes;
import org.mahdar.model.Story;

/** What each side wants and how each judges the talks, in one story of invented states and people. */
class StancesTest {
    private static final Path PACK = Path.of("../languages/ar");
    private static final Path CASES = Path.of("src/test/resources/stances/party-cases.tsv");
    private static final String TITLE = "صاريم لا ترى حتى الآن مبررا للتفاؤل بشأن محادثات المياه مع بورفين";
    private static final String BODY = """
            (ميدابرس - 9 آذار 2021) أعلن المتحدث باسم الحكومة المدرانية، نادر الحسني، اليوم الثلاثاء، أنه لا يوجد حتى الآن، مبرر حقيقي للتفاؤل بشأن محادثات تقاسم المياه.

            وأضاف الحسني: "هناك فقط موقف مدرانيا بأننا لسنا راضين عن المماطلة المستمرة في هذا الملف".

            وأكد نائب وزير الخارجية المدراني، سالم الراجحي، بعد انتهاء الجولة، أن فالدورا تعاملت مع مقترحات مدرانيا بشأن المياه بشكل جدي.

            وقال الراجحي للصحفيين، عقب الجولة: "كانت المحادثات شاقة وصريحة ومفيدة للغاية، ولم نغادر القاعة قبل الفجر".

            وأضاف الراجحي: "شرحنا لماذا يعد الحصول على حصة ثابتة من المياه ضرورة مطلقة، ولماذا بالنسبة لنا توجد ضرورة لإرسال مراقبين إلى السد، ولماذا نطرح المسألة حول ضرورة تخلي فالدورا عن الملء المنفرد للخزان".

            وتابع "أوضحنا لزملائنا أنه ليس لدينا أي خطط أو نوايا لإغلاق الممر البحري".

            ونشرت وزارة الخارجية المدرانية مسودة اتفاق بشأن المياه سلمتها إلى بورفين.

            وتشمل الوثيقة عدة محاور، من بينها تقديم فالدورا ضمانات مكتوبة بعدم رفع السد، وعدم السماح بانضمام شركات أجنبية إلى المشروع.

            وفي ختام اليوم، قال الراجحي عن سير المحادثات، أي عن طبيعتها: منفتحة ومباشرة.
            """;

    private static final Minutes MINUTES = Mahdar.forPack(PACK, List.of(PACK.resolve("gold/lexicon")))
            .read(Story.of("stances", TITLE, BODY, Optional.of(LocalDate.of(2021, 3, 9))));

    @Test
    void everyPositionWithItsPartyAndAct() {
        assertThat(MINUTES.positions().stream()
                        .map(p -> p.act().word() + " "
                                + p.span().of(MINUTES.story().text())))
                .containsExactly(
                        "criticise لسنا راضين عن المماطلة المستمرة في هذا الملف",
                        "demand شرحنا لماذا يعد الحصول على حصة ثابتة من المياه ضرورة مطلقة",
                        "demand لإرسال مراقبين إلى السد",
                        "demand تخلي فالدورا عن الملء المنفرد للخزان",
                        "commit ليس لدينا أي خطط أو نوايا لإغلاق الممر البحري",
                        "demand تقديم فالدورا ضمانات مكتوبة بعدم رفع السد",
                        "demand عدم السماح بانضمام شركات أجنبية إلى المشروع");
        assertThat(MINUTES.positions())
                .allSatisfy(p -> assertThat(MINUTES.actor(p.party()).nameEn()).contains("Madrania"));
    }

    @Test
    void everyAssessmentWithItsPolarity() {
        assertThat(MINUTES.assessments().stream()
                        .map(a -> a.polarity().word() + " "
                                + a.span().of(MINUTES.story().text())))
                .containsExactly(
                        "negative لا يوجد حتى الآن، مبرر حقيقي للتفاؤل بشأن محادثات تقاسم المياه",
                        "positive تعاملت مع مقترحات مدرانيا بشأن المياه بشكل جدي",
                        "mixed المحادثات شاقة وصريحة ومفيدة للغاية",
                        "positive منفتحة ومباشرة");
    }

    /** The lexicon of these tests makes her a minister from June 2015 on. */
    @Test
    void whoHoldsNoOfficeYetSpeaksForNoState() {
        assertThat(partyOn(LocalDate.of(2015, 3, 2))).contains("Wafiqa Marjanoush");
        assertThat(partyOn(LocalDate.of(2015, 7, 2))).contains("Marjania");
    }

    @Test
    void everyCaseWithItsParty() throws IOException {
        Mahdar mahdar = Mahdar.forPack(PACK, List.of(PACK.resolve("gold/lexicon")));
        List<String> rows = Files.readAllLines(CASES).stream()
                .filter(row -> !row.startsWith("#") && !row.startsWith("story\t"))
                .toList();
        assertThat(rows).isNotEmpty();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            Minutes minutes = mahdar.read(Story.of(cells[0], LocalDate.of(2021, 3, 9)));
            assertThat(minutes.positions().stream()
                            .map(p -> minutes.actor(p.party()).name() + " | "
                                    + p.act().word() + " | "
                                    + p.span().of(minutes.story().text()))
                            .collect(Collectors.joining("; ")))
                    .as(cells[0])
                    .isEqualTo(cells[1]);
        }
    }

    private static Optional<String> partyOn(LocalDate day) {
        Mahdar mahdar = Mahdar.forPack(PACK, List.of(Path.of("src/test/resources/actors/lexicon")));
        Minutes minutes = mahdar.read(Story.of("قالت وفيقة مرجانوش إن الاتفاق مرفوض ويجب تعديله.", day));
        return minutes.actor(minutes.positions().get(0).party()).nameEn();
    }
}
