package org.mahdar.app.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mahdar.app.view.Html;
import org.mahdar.app.wire.Version;

/** What every template needs: words, and how numbers and days look to whoever asks. */
final class Ui {
    private static final Map<String, Locale> MONTHS = Map.of(
            "levant", Locale.forLanguageTag("ar-LB"),
            "nile", Locale.forLanguageTag("ar-EG"),
            "maghreb", Locale.forLanguageTag("ar-MA"));

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T.*");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");

    private final Site site;
    private final Words words;
    /** Making one takes longer than writing a date with it, and a page has hundreds. */
    private final Map<String, DateTimeFormatter> formats = new HashMap<>();
    /** Days as they are written; most stand on a page again and again. */
    private final Map<String, String> dates = new HashMap<>();

    private final Map<LocalDate, String> shortDates = new HashMap<>();
    private final Taste taste;
    private final Access.Visit visit;
    private final String address;

    Ui(Site site, Ask ask) {
        this.site = site;
        this.taste = ask.taste();
        this.words = Words.of(taste.language());
        this.visit = ask.visit();
        this.address = ask.address();
    }

    String t(String key) {
        return words.word(key);
    }

    String of(String group, String name) {
        return words.of(group, name);
    }

    String lang() {
        return words.language();
    }

    String dir() {
        return words.direction();
    }

    /** {@code rtl} or {@code ltr} for a text in a language. */
    String dirOf(String language) {
        return Html.rightToLeft(language) ? "rtl" : "ltr";
    }

    Taste taste() {
        return taste;
    }

    Access.Visit visit() {
        return visit;
    }

    boolean hasUsers() {
        return site.access().hasUsers();
    }

    /** The page that is looked at, with its query. */
    String address() {
        return address;
    }

    String asset(String name) {
        return site.assets().address(name);
    }

    /** What is said above every page, such as that all of it is invented. */
    boolean isFiction() {
        return site.settings().fiction();
    }

    String version() {
        return Version.current();
    }

    /** The language that the interface is not in. */
    String otherLanguage() {
        return lang().equals("ar") ? "en" : "ar";
    }

    /** Digits as they are liked. */
    String digits(String text) {
        if (!taste.digits().equals("arab")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '0' && c <= '9' ? (char) (c - '0' + '\u0660') : c);
        }
        return out.toString();
    }

    String number(long number) {
        if (number >= 0 && number < 1000) {
            return digits(Long.toString(number));
        }
        return digits(String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F'));
    }

    String share(double share) {
        return digits(Math.round(share * 100) + "%");
    }

    /** A day, month or stretch of days in ISO 8601 or TIMEX3 as people write it; what is none of these stays. */
    String date(String value) {
        String known = dates.get(value);
        if (known == null) {
            known = written(value);
            dates.put(value, known);
        }
        return known;
    }

    private String written(String value) {
        int slash = value.indexOf('/');
        if (slash > 0) {
            return date(value.substring(0, slash)) + " – " + date(value.substring(slash + 1));
        }
        try {
            if (DAY.matcher(value).matches()) {
                LocalDate day = LocalDate.parse(value);
                String plain = format("d MMMM yyyy", day);
                return taste.calendar().equals("hijri") ? plain + hijri(day) : plain;
            }
            if (MOMENT.matcher(value).matches()) {
                return date(value.substring(0, 10)) + " " + digits(value.substring(11, Math.min(16, value.length())));
            }
            if (MONTH.matcher(value).matches()) {
                return format("MMMM yyyy", YearMonth.parse(value));
            }
        } catch (DateTimeException e) {
            return digits(value);
        }
        return digits(value);
    }

    /** A day without its year. */
    String shortDate(LocalDate day) {
        return shortDates.computeIfAbsent(day, wanted -> format("d MMM", wanted));
    }

    private String hijri(LocalDate day) {
        try {
            return " (" + format("d MMMM y", HijrahDate.from(day)) + " " + t("date.hijri") + ")";
        } catch (DateTimeException e) {
            // Outside the years for which the calendar is known.
            return "";
        }
    }

    private String format(String pattern, TemporalAccessor value) {
        DateTimeFormatter format =
                formats.computeIfAbsent(pattern, wanted -> DateTimeFormatter.ofPattern(wanted, locale()));
        return digits(latin(format.format(value)));
    }

    private Locale locale() {
        return lang().equals("ar") ? MONTHS.getOrDefault(taste.months(), Locale.forLanguageTag("ar")) : Locale.ENGLISH;
    }

    /** Some locales of Java bring digits of their own. */
    private static String latin(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c >= '\u0660' && c <= '\u0669' ? (char) (c - '\u0660' + '0') : c);
        }
        return out.toString();
    }

    /** A moment in UTC. */
    String moment(String iso) {
        try {
            return date(Instant.parse(iso)
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate()
                            .toString()) + " " + digits(iso.substring(11, 16)) + " UTC";
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return iso;
        }
    }

    /** A text that may be missing. */
    String or(Optional<String> text, String otherwise) {
        return text.orElse(otherwise);
    }
}
