package org.mahdar.app.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How somebody wants to see things; kept in a cookie, since it concerns nobody else.
 *
 * @param language of the interface: {@code ar} or {@code en}
 * @param theme {@code auto}, {@code light} or {@code dark}
 * @param digits {@code latn} (123) or {@code arab} (١٢٣)
 * @param months whose names of the months in Arabic: {@code levant}, {@code nile} or {@code maghreb}
 * @param calendar {@code plain}, or {@code hijri} for the Hijri day beside
 * @param size of text: {@code m}, {@code l} or {@code xl}
 */
record Taste(String language, String theme, String digits, String months, String calendar, String size) {
    /** The cookie. */
    static final String COOKIE = "mahdar-taste";

    /** What may be chosen; the first is taken where nothing is said. */
    static final Map<String, List<String>> CHOICES = Map.of(
            "language", List.of("ar", "en"),
            "theme", List.of("auto", "light", "dark"),
            "digits", List.of("latn", "arab"),
            "months", List.of("levant", "nile", "maghreb"),
            "calendar", List.of("plain", "hijri"),
            "size", List.of("m", "l", "xl"));

    /** Of the words of a cookie, with the language that the browser asks for where nothing was chosen. */
    static Taste of(Optional<String> cookie, Optional<String> acceptLanguage) {
        Map<String, String> chosen = new TreeMap<>();
        for (String pair : cookie.orElse("").split("\\.")) {
            String[] parts = pair.split("-", 2);
            if (parts.length == 2) {
                chosen.put(parts[0], parts[1]);
            }
        }
        return new Taste(
                known(chosen, "language").orElseGet(() -> prefersEnglish(acceptLanguage.orElse("")) ? "en" : "ar"),
                choice(chosen, "theme"),
                choice(chosen, "digits"),
                choice(chosen, "months"),
                choice(chosen, "calendar"),
                choice(chosen, "size"));
    }

    /** Right to left comes first: English only for who asks for it and not for Arabic before. */
    private static boolean prefersEnglish(String acceptLanguage) {
        String asked = acceptLanguage.toLowerCase(Locale.ROOT);
        int arabic = asked.indexOf("ar");
        int english = asked.indexOf("en");
        return english >= 0 && (arabic < 0 || english < arabic);
    }

    private static Optional<String> known(Map<String, String> chosen, String name) {
        List<String> choices = CHOICES.getOrDefault(name, List.of());
        return Optional.ofNullable(chosen.get(name)).filter(choices::contains);
    }

    private static String choice(Map<String, String> chosen, String name) {
        return known(chosen, name)
                .orElseGet(() -> CHOICES.getOrDefault(name, List.of("")).get(0));
    }

    /** The same with another choice; one that cannot be is passed over. */
    Taste with(String name, String value) {
        if (!CHOICES.getOrDefault(name, List.of()).contains(value)) {
            return this;
        }
        Map<String, String> chosen = new TreeMap<>(choices());
        chosen.put(name, value);
        return of(Optional.of(cookie(chosen)), Optional.empty());
    }

    /** What is chosen, by name. */
    Map<String, String> choices() {
        return new TreeMap<>(Map.of(
                "language", language,
                "theme", theme,
                "digits", digits,
                "months", months,
                "calendar", calendar,
                "size", size));
    }

    /** For the cookie. */
    String cookie() {
        return cookie(choices());
    }

    private static String cookie(Map<String, String> chosen) {
        StringBuilder out = new StringBuilder();
        chosen.forEach((name, value) -> out.append(out.length() == 0 ? "" : ".")
                .append(name)
                .append('-')
                .append(value));
        return out.toString();
    }
}
