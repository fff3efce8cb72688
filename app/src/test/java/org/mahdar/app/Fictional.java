package org.mahdar.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** News that never happened, between states that do not exist; any number of stories, the same for the same seed. */
public final class Fictional {
    private static final List<String> STATES = List.of("ساحلية", "جبالية", "مرجانة", "الواحات الخمس", "نهرستان");
    private static final List<String> OFFICES =
            List.of("وزير الخارجية", "المتحدث باسم الوفد", "رئيس الوفد", "المبعوث الخاص", "وزير الموارد المائية");
    private static final List<String> NAMES =
            List.of("سالم الوردي", "ندى الصافي", "كرم البحري", "هالة المرجاني", "نعيم الجبلي", "ليث الواحي");
    private static final List<String> VERBS = List.of("قال", "أعلن", "أكد", "أضاف", "أوضح", "صرح");
    private static final List<String> CLAIMS = List.of(
            "إن بلاده لن توقع الاتفاق قبل تسوية مسألة الحصص",
            "أن الجولة المقبلة من المحادثات ستعقد في مدينة المرفأ",
            "أن الوفدين اتفقا على جدول زمني لفتح المعابر",
            "أن المقترح الأخير لا يلبي الحد الأدنى من مطالب بلاده",
            "إن النص المطروح يحتاج إلى ضمانات ملزمة",
            "أن الخبراء سيجتمعون يوم الأحد لبحث الملحق الفني",
            "أن بلاده مستعدة لاستئناف الحوار دون شروط مسبقة");
    private static final List<String> REST = List.of(
            "وكان الطرفان قد عقدا ثلاث جولات خلال الشهر الماضي برعاية اتحاد دول الأنهار.",
            "ويشمل جدول الأعمال الملاحة في المضيق وتقاسم مياه السد الشمالي.",
            "ولم يصدر تعليق رسمي من الطرف الآخر حتى ساعة متأخرة من مساء أمس.",
            "وحضر الجلسة مراقبون من خمس دول مجاورة.",
            "ومن المقرر أن تستأنف المحادثات بعد عيد الحصاد.");
    private static final List<String> OUTLETS = List.of("صحيفة الضفتين", "بوابة المرفأ", "منبر الواحة", "الشاطئ اليوم");

    private final Random random;

    private Fictional(long seed) {
        this.random = new Random(seed);
    }

    /** So many stories, one JSON object each; every tenth carries the text of the one before with a word more. */
    public static List<String> stories(int count, long seed) {
        Fictional fictional = new Fictional(seed);
        List<String> out = new ArrayList<>();
        String text = "";
        for (int i = 0; i < count; i++) {
            text = i % 10 == 9 ? text + " انتهى" : fictional.text();
            out.add(fictional.record(i, text));
        }
        return out;
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        int sentences = 4 + random.nextInt(5);
        for (int i = 0; i < sentences; i++) {
            out.append(pick(VERBS))
                    .append(' ')
                    .append(pick(OFFICES))
                    .append(" في ")
                    .append(pick(STATES))
                    .append("، ")
                    .append(pick(NAMES))
                    .append("، ")
                    .append(pick(CLAIMS))
                    .append(". ")
                    .append(pick(REST))
                    .append(i % 2 == 0 ? " " : "\\n");
        }
        return out.toString().strip();
    }

    private String record(int number, String text) {
        return "{\"id\":\"%d\",\"url\":\"https://news.example/%d\",\"outlet\":\"%s\",\"published\":\"2024-03-%02d\",\"title\":\"%s %s\",\"text\":\"%s\"}"
                .formatted(number, number, pick(OUTLETS), 1 + number % 28, pick(STATES), pick(CLAIMS), text);
    }
}
