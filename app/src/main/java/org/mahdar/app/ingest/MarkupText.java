package org.mahdar.app.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a page or feed, whatever it says of its encoding: UTF-8 shows itself; what is not UTF-8 is what it is said to
 * be, if its bytes fit, else what its letters suggest.
 *
 * @param text empty where the encoding is not known
 * @param remark what was done that the user should know of, one clause
 * @param unknown why it cannot be read
 */
record MarkupText(String text, Optional<String> remark, Optional<Encoding.Unknown> unknown) {
    /** How far it is searched for what it says of its encoding. */
    private static final int HEAD = 4096;

    /** How much of it is looked at for its encoding. */
    private static final int SAMPLE = 64 * 1024;

    private static final Pattern CHARSET =
            Pattern.compile("(?:charset|<\\?xml[^>]*encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]+)");

    /**
     * The text.
     *
     * @param contentType what the server says
     */
    static MarkupText of(byte[] bytes, Optional<String> contentType) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Optional<String> label = contentType.flatMap(MarkupText::label).or(() -> label(head));
        byte[] sample = Arrays.copyOf(bytes, Math.min(bytes.length, SAMPLE));
        Encoding encoding = Encoding.of(sample, bytes.length <= SAMPLE, true);
        if (encoding instanceof Encoding.Known known && !known.guessed()) {
            boolean ascii = known.charset().equals(StandardCharsets.UTF_8) && known.mark() == 0 && isAscii(bytes);
            boolean wrong = !ascii && label.isPresent() && !isCalled(known.charset(), label.get());
            // Single broken bytes in a page are the page's fault and cost themselves only.
            return of(
                    new String(bytes, known.mark(), bytes.length - known.mark(), known.charset()),
                    wrong
                            ? Optional.of(
                                    "says it is " + label.get() + " and is " + known.charset() + "; read as what it is")
                            : Optional.empty());
        }
        Optional<String> asSaid = label.flatMap(MarkupText::named)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .flatMap(charset -> strictly(bytes, charset));
        // Any bytes at all can be read as Latin letters; where they make good Arabic, they are not.
        if (asSaid.isPresent() && (hasArabic(asSaid.get()) || encoding instanceof Encoding.Unknown)) {
            return of(asSaid.get(), Optional.empty());
        }
        if (encoding instanceof Encoding.Known known) {
            String said = label.map(l -> "says it is " + l + " and is not; ").orElse("does not say its encoding; ");
            return of(
                    new String(bytes, known.charset()),
                    Optional.of(said + "read as " + known.charset() + ", going by its letters"));
        }
        return new MarkupText("", Optional.empty(), Optional.of((Encoding.Unknown) encoding));
    }

    private static MarkupText of(String text, Optional<String> remark) {
        return new MarkupText(text, remark, Optional.empty());
    }

    private static Optional<String> label(String text) {
        Matcher matcher = CHARSET.matcher(text.toLowerCase(Locale.ROOT));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean hasArabic(String text) {
        return text.chars().anyMatch(c -> c >= '\u0621' && c <= '\u064A');
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCalled(Charset charset, String label) {
        return named(label).map(charset::equals).orElse(false);
    }

    private static Optional<Charset> named(String label) {
        try {
            return Optional.of(Charset.forName(label));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
