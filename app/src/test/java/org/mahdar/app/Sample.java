package org.mahdar.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;
import org.mahdar.model.Meeting;
import org.mahdar.model.Minutes;
import org.mahdar.model.Paper;
import org.mahdar.model.Position;
import org.mahdar.model.Problem;
import org.mahdar.model.Span;
import org.mahdar.model.Statement;
import org.mahdar.model.Story;
import org.mahdar.model.TimeExpression;

/** Minutes made by hand that hold one line of every sort, with every optional part once there and once not. */
public final class Sample {
    public static final String TITLE = "ساحلية: لن نوقع <قبل> الضمانات & الرد";
    public static final String BODY = """
            (وكالة المرفأ) أعلن وزير الخارجية سالم الوردي اليوم الاثنين أن بلاده "لن توقع" الاتفاق مع جبالية.
            وقال الوردي للصحفيين: "نريد نصا ملزما. NATO 2024 لا يكفي".

            وأضاف مصدر دبلوماسي أن الجولة الثالثة من المحادثات ستعقد في مدينة الواحة برعاية اتحاد دول الأنهار يومي 11 و12 من الشهر الجاري حول حصص الصيف.
            ووصف المحادثات بأنها صعبة ومفيدة.""";

    public static final Story STORY = new Story(
            "sample-1",
            TITLE,
            TITLE + "\n\n" + BODY,
            Optional.of(LocalDate.of(2024, 3, 4)),
            "ar",
            Optional.of("الضفتان"),
            Optional.empty(),
            Optional.of("الواحة"),
            Optional.of("https://example.org/1?a=1&b=2"));

    private Sample() {}

    /** The nth time (from 1) that the words stand in the story. */
    public static Span span(String words, int nth) {
        int at = -1;
        for (int i = 0; i < nth; i++) {
            at = STORY.text().indexOf(words, at + 1);
            if (at < 0) {
                throw new IllegalArgumentException("The story does not have " + nth + " times: " + words);
            }
        }
        return new Span(at, at + words.length());
    }

    public static Span span(String words) {
        return span(words, 1);
    }

    private static Evidence evidence(String pattern, Evidence.Step... steps) {
        return new Evidence(pattern, List.of(steps));
    }

    public static Minutes minutes() {
        Actor saheliya = new Actor(
                "a1",
                Optional.of("saheliya"),
                Actor.Kind.STATE,
                "ساحلية",
                Optional.of("Saheliya"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("XSA"),
                false,
                List.of(span("ساحلية")));
        Actor minister = new Actor(
                "a2",
                Optional.empty(),
                Actor.Kind.PERSON,
                "سالم الوردي",
                Optional.of("Salim al-Wardi"),
                Optional.of("وزير الخارجية"),
                Optional.of("Foreign Minister"),
                Optional.of("a1"),
                Optional.of("XSA"),
                true,
                List.of(span("وزير الخارجية سالم الوردي"), span("الوردي", 2)));
        Actor source = new Actor(
                "a3",
                Optional.empty(),
                Actor.Kind.UNNAMED,
                "مصدر دبلوماسي",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(span("مصدر دبلوماسي")));
        Actor rivers = new Actor(
                "a4",
                Optional.empty(),
                Actor.Kind.BODY,
                "اتحاد دول الأنهار",
                Optional.of("Union of River States"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(span("اتحاد دول الأنهار")));
        Actor agency = new Actor(
                "a5",
                Optional.empty(),
                Actor.Kind.OUTLET,
                "وكالة المرفأ",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(span("وكالة المرفأ")));
        return new Minutes(
                STORY,
                "ar-test",
                List.of(saheliya, minister, source, rivers, agency),
                List.of(
                        new TimeExpression(
                                span("اليوم الاثنين"),
                                TimeExpression.Type.DATE,
                                "2024-03-04",
                                TimeExpression.Precision.DAY,
                                TimeExpression.Anchor.PUBLISHED,
                                evidence("date-today")),
                        new TimeExpression(
                                span("يومي 11 و12 من الشهر الجاري"),
                                TimeExpression.Type.DATE,
                                "2024-03-11/2024-03-12",
                                TimeExpression.Precision.DAY,
                                TimeExpression.Anchor.PUBLISHED,
                                evidence("date-two-days"))),
                List.of(
                        new Statement(
                                "s1",
                                span("أعلن"),
                                Optional.of(span("وزير الخارجية سالم الوردي")),
                                Optional.of("a2"),
                                Statement.Kind.MIXED,
                                List.of(span("بلاده \"لن توقع\" الاتفاق مع جبالية")),
                                Statement.Act.ANNOUNCE,
                                Optional.empty(),
                                Optional.empty(),
                                List.of("a5"),
                                false,
                                evidence(
                                        "said-that",
                                        new Evidence.Step("cue", span("أعلن")),
                                        new Evidence.Step("speaker", span("وزير الخارجية سالم الوردي")))),
                        new Statement(
                                "s2",
                                span("وقال"),
                                Optional.of(span("الوردي", 2)),
                                Optional.of("a2"),
                                Statement.Kind.DIRECT,
                                List.of(span("نريد نصا ملزما"), span("NATO 2024 لا يكفي")),
                                Statement.Act.DEMAND,
                                Optional.of("a3"),
                                Optional.of(span("للصحفيين")),
                                List.of(),
                                true,
                                evidence("said-colon")),
                        new Statement(
                                "s3",
                                span("ووصف"),
                                Optional.empty(),
                                Optional.empty(),
                                Statement.Kind.INDIRECT,
                                List.of(span("المحادثات بأنها صعبة ومفيدة")),
                                Statement.Act.ASSERT,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                false,
                                evidence("described-as"))),
                List.of(
                        new Meeting(
                                "m1",
                                span("الجولة الثالثة من المحادثات"),
                                List.of(span("المحادثات", 2)),
                                Meeting.Kind.TALKS,
                                Meeting.Status.SCHEDULED,
                                List.of("a1", "a3"),
                                Map.of("a4", Meeting.Role.MEDIATOR, "a1", Meeting.Role.HOST),
                                Optional.of("2024-03-11/2024-03-12"),
                                true,
                                Optional.of(new Meeting.Place(span("الواحة"), "Oasis")),
                                Optional.of(3),
                                Optional.of(span("برعاية")),
                                Optional.of(span("حصص الصيف")),
                                evidence("meeting-will")),
                        new Meeting(
                                "m2",
                                span("المحادثات", 2),
                                List.of(),
                                Meeting.Kind.TALKS,
                                Meeting.Status.HELD,
                                List.of(),
                                Map.of(),
                                Optional.empty(),
                                false,
                                Optional.of(new Meeting.Place(span("ساحلية"), "Saheliya")),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                evidence("meeting-noun"))),
                List.of(new Position(
                        "p1",
                        "a1",
                        Position.Act.REJECT,
                        List.of(span("لن نوقع <قبل> الضمانات")),
                        "الضمانات",
                        Optional.of("s1"),
                        evidence("position-refuses"))),
                List.of(
                        new Paper(
                                "d1",
                                span("الاتفاق"),
                                List.of(span("نصا ملزما")),
                                Paper.Kind.AGREEMENT,
                                List.of("a1", "a4"),
                                Optional.of("2024"),
                                Optional.of("tabled"),
                                evidence("paper-noun")),
                        new Paper(
                                "d2",
                                span("الرد"),
                                List.of(),
                                Paper.Kind.LETTER,
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                evidence("paper-noun"))),
                List.of(new Assessment(
                        "v1", "a3", Assessment.Polarity.MIXED, span("صعبة ومفيدة"), evidence("assessment-adjectives"))),
                List.of(new Problem(span("المحادثات", 2), "which talks these are is not said")));
    }
}
