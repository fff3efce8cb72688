package org.mahdar.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mahdar.Mahdar;
import org.mahdar.app.wire.MinutesWriter;
import org.mahdar.model.Minutes;
import org.mahdar.model.Span;
import org.mahdar.model.Story;

/** Whatever becomes of a text on its way here, it is read without a throw, and every line lies in it. */
class MangledTest {
    private static final Mahdar MAHDAR = OwnGold.reader();
    private static final int STEP = 50;
    private static final int TATWEEL = 0x0640;
    /** Marks that say nothing of grammar: a, i, doubled, none. The "u" of a passive and the "-an" of an accusative are read. */
    private static final String NEUTRAL = "\u064E\u0650\u0651\u0652";

    private static final String SIGNS = "«»“”\"'()[]{}:؛،,.-–…/ \n";
    /** Letters that do not join the next one, so that no tatweel stands behind them. */
    private static final String NOT_JOINING = "ءآأؤإاةدذرزوى";

    static Collection<Story> stories() {
        return OwnGold.stories().values();
    }

    /** Reads, looks at every span, and writes. */
    private static Minutes read(Story story) {
        Minutes minutes = MAHDAR.read(story);
        String text = story.text();
        Stream.concat(
                        minutes.findings().stream().flatMap(finding -> finding.spans().stream()),
                        minutes.actors().stream().flatMap(actor -> actor.mentions().stream()))
                .forEach(span -> check(span, text));
        assertThat(MinutesWriter.line(minutes)).isNotEmpty();
        return minutes;
    }

    private static void check(Span span, String text) {
        assertThat(span.start()).isBetween(0, span.end());
        assertThat(span.end()).isLessThanOrEqualTo(text.length());
        String words = span.of(text);
        assertThat(words).isNotEmpty().isEqualTo(text.substring(span.start(), span.end()));
        assertThat(Character.isWhitespace(words.charAt(0))).as(words).isFalse();
        assertThat(Character.isWhitespace(words.charAt(words.length() - 1)))
                .as(words)
                .isFalse();
    }

    private static Story with(Story story, String body) {
        return Story.of(story.id(), story.title(), body, story.published());
    }

    private static String body(Story story) {
        return story.text().substring(story.bodyStart());
    }

    @ParameterizedTest
    @MethodSource("stories")
    void cutAtEveryFiftiethPlace(Story story) {
        String text = story.text();
        for (int at = 0; at < text.length(); at += STEP) {
            read(Story.of("head", "", text.substring(0, at), story.published()));
            read(Story.of("tail", "", text.substring(at), story.published()));
        }
    }

    @ParameterizedTest
    @MethodSource("stories")
    void doubled(Story story) {
        int once = read(story).statements().size();
        int twice = read(with(story, body(story) + "\n\n" + body(story)))
                .statements()
                .size();
        assertThat(twice).as("a story told twice holds no less").isGreaterThanOrEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void tatweelAndVowelMarksChangeNothing(Story story) {
        Random random = new Random(story.id().hashCode());
        StringBuilder marked = new StringBuilder();
        String plain = body(story);
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            marked.append(letter);
            boolean inside = isLetter(letter) && i + 1 < plain.length() && isLetter(plain.charAt(i + 1));
            if (inside && random.nextInt(6) == 0) {
                marked.append(NEUTRAL.charAt(random.nextInt(NEUTRAL.length())));
            } else if (inside && NOT_JOINING.indexOf(letter) < 0 && random.nextInt(8) == 0) {
                marked.appendCodePoint(TATWEEL);
            }
        }
        assertThat(marked).hasSizeGreaterThan(plain.length() + plain.length() / 10);
        assertThat(found(read(with(story, marked.toString())))).isEqualTo(found(read(with(story, plain))));
    }

    private static boolean isLetter(char c) {
        return Character.UnicodeBlock.ARABIC.equals(Character.UnicodeBlock.of(c))
                && Character.isLetter(c)
                && c != TATWEEL;
    }

    /** The minutes without what the marks may change: the marks themselves, offsets, and the text's fingerprint. */
    private static String found(Minutes minutes) {
        return MinutesWriter.indented(minutes)
                .replaceAll("[\\u0640\\u064B-\\u0652]", "")
                .replaceAll("\"(start|end)\": ?[0-9]+", "\"$1\": 0")
                .replaceAll("\"sha256\": ?\"[0-9a-f]+\"", "");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomUnicode(long seed) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        stories().forEach(story -> words.addAll(List.of(story.text().split(" "))));
        for (int round = 0; round < 100; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                switch (random.nextInt(6)) {
                    case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                    // Surrogates among them, alone more often than not.
                    case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                    case 2 -> text.append((char) (0x0600 + random.nextInt(0x100)));
                    case 3 -> text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                    default ->
                        text.append(words.get(random.nextInt(words.size()))).append(' ');
                }
            }
            try {
                readAnything(text.toString());
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + round + ": " + text, e);
            }
        }
    }

    /** Like a story, but what is white space in a foreign script need not be so here. */
    private static void readAnything(String text) {
        Minutes minutes = MAHDAR.read(Story.of("random", "", text, java.util.Optional.empty()));
        minutes.findings().stream()
                .flatMap(finding -> finding.spans().stream())
                .forEach(span -> assertThat(span.end()).isLessThanOrEqualTo(text.length()));
        assertThat(MinutesWriter.line(minutes)).isNotEmpty();
    }

    @Test
    void emptyAndBlankTextsHoldNothing() {
        for (String text : List.of("", " ", "\n\n\n", "\u0000", "\uD800", "\u200F\u200E", "«»", ".".repeat(5000))) {
            assertThat(MAHDAR.read(Story.of("empty", "", text, java.util.Optional.empty()))
                            .findings())
                    .isEmpty();
        }
    }
}
