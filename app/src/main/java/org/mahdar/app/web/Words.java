package org.mahdar.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.mahdar.app.view.Labels;

/** The words of the page in one language: those that all views share, and the page's own. */
final class Words {
    private static final Map<String, Words> ALL = Map.of("ar", new Words("ar"), "en", new Words("en"));

    private final Labels labels;
    private final Properties own = new Properties();

    private Words(String language) {
        labels = Labels.of(language);
        String file = "web_" + language + ".properties";
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("This jar was built without " + file);
            }
            own.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In {@code ar} or {@code en}. */
    static Words of(String language) {
        Words words = ALL.get(language);
        if (words == null) {
            throw new IllegalArgumentException("There are no words in " + language);
        }
        return words;
    }

    String language() {
        return labels.language();
    }

    String direction() {
        return labels.rightToLeft() ? "rtl" : "ltr";
    }

    /** The word for a key, which must exist. */
    String word(String key) {
        String word = own.getProperty(key);
        return word == null ? labels.word(key) : word;
    }

    /** The word for {@code group.name}; a name that has no line stands for itself. */
    String of(String group, String name) {
        String word = own.getProperty(group + "." + name);
        return word == null ? labels.of(group, name) : word;
    }

    Set<String> keys() {
        return own.stringPropertyNames();
    }
}
