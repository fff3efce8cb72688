package org.mahdar.app.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The words of the interface in one language, from a properties file beside this class. */
public final class Labels {
    private final String language;
    private final Properties words;

    private Labels(String language, Properties words) {
        this.language = language;
        this.words = words;
    }

    /** The words in a language: {@code ar}, else English. */
    public static Labels of(String language) {
        String known = language.toLowerCase(Locale.ROOT).startsWith("ar") ? "ar" : "en";
        String file = "labels_" + known + ".properties";
        Properties words = new Properties();
        try (InputStream in = Labels.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without " + file);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Labels(known, words);
    }

    /** {@code en} or {@code ar}. */
    public String language() {
        return language;
    }

    /** Whether the interface runs from right to left. */
    public boolean rightToLeft() {
        return of("direction", "").equals("rtl");
    }

    /** The word for a key; the key must exist. */
    public String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("labels_" + language + ".properties has no line " + key);
        }
        return word;
    }

    /** The word for {@code group.name}; a name that has no line, such as a new status of a paper, stands for itself. */
    public String of(String group, String name) {
        return words.getProperty(name.isEmpty() || group.isEmpty() ? group + name : group + "." + name, name);
    }

    /** All keys. */
    public Set<String> keys() {
        return words.stringPropertyNames();
    }
}
