package org.mahdar.app.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON values one after the other, so that a file of any length costs the memory of one value: the elements of an
 * array, or values that follow each other.
 *
 * <p>Values come as {@code Map}, {@code List}, {@code String}, {@code Long}, {@code Double}, {@code Boolean}; a property
 * that is {@code null} is left out.
 */
public final class JsonRecords implements AutoCloseable {
    /** How long a string may be, in UTF-16 code units: a hundred times the longest story anybody prints. */
    public static final int LONGEST = 16 * 1024 * 1024;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxStringLength(LONGEST).build())
            .build();

    private final JsonParser parser;
    private final int firstLine;
    private boolean inArray;
    private boolean started;

    private JsonRecords(JsonParser parser, int firstLine) {
        this.parser = parser;
        this.firstLine = firstLine;
    }

    /**
     * A value and where it stands.
     *
     * @param line the line on which it begins, from 1
     * @param value a map where it is an object
     * @param from offset of its first byte in the stream
     * @param to offset behind its last
     */
    public record JsonRecord(int line, Object value, long from, long to) {}

    /** The values in a stream of UTF-8 without a byte order mark. */
    public static JsonRecords of(InputStream utf8) throws JsonFault {
        try {
            return new JsonRecords(FACTORY.createParser(ObjectReadContext.empty(), utf8), 1);
        } catch (JacksonException e) {
            // It has looked at the first bytes.
            throw new JsonFault(0, 0, unreadable(e).orElseGet(() -> clause(e.getOriginalMessage())), true);
        }
    }

    /** The one value that a line of JSON Lines holds; {@code number} is the line's, for faults. */
    public static Object line(String line, int number) throws JsonFault {
        try (JsonRecords records = new JsonRecords(FACTORY.createParser(ObjectReadContext.empty(), line), number)) {
            JsonRecord record =
                    records.next().orElseThrow(() -> new JsonFault(number, 0, "broken JSON: the line holds no value"));
            if (records.inArray) {
                throw new JsonFault(number, 1, "broken JSON: the line holds an array where one object was expected");
            }
            records.end();
            return record.value();
        }
    }

    /** All values of a text: the elements of an array, or values that follow each other. */
    public static List<Object> all(String json) throws JsonFault {
        List<Object> out = new ArrayList<>();
        try (JsonRecords records = new JsonRecords(FACTORY.createParser(ObjectReadContext.empty(), json), 1)) {
            for (Optional<JsonRecord> record = records.next(); record.isPresent(); record = records.next()) {
                out.add(record.get().value());
            }
        }
        return out;
    }

    /** The next value; empty at the end. After a fault there is no going on. */
    public Optional<JsonRecord> next() throws JsonFault {
        try {
            JsonToken token = parser.nextToken();
            if (!started) {
                started = true;
                if (token == JsonToken.START_ARRAY) {
                    inArray = true;
                    token = parser.nextToken();
                }
            }
            if (inArray && token == JsonToken.END_ARRAY) {
                inArray = false;
                token = parser.nextToken();
                if (token != null) {
                    throw at(parser.currentTokenLocation(), "something follows the end of the array");
                }
            }
            if (token == null) {
                return Optional.empty();
            }
            TokenStreamLocation begin = parser.currentTokenLocation();
            Object value = value(token);
            return Optional.of(new JsonRecord(
                    begin.getLineNr() + firstLine - 1,
                    value,
                    begin.getByteOffset(),
                    parser.currentLocation().getByteOffset()));
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private void end() throws JsonFault {
        try {
            if (parser.nextToken() != null) {
                throw at(parser.currentTokenLocation(), "something follows the end of the value");
            }
        } catch (JacksonException e) {
            throw fault(e);
        }
    }

    private Object value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getString()
                        : (Object) parser.getLongValue();
            case VALUE_NULL -> Map.of();
            default -> parser.getString();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> out = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                out.put(name, value(token));
            }
        }
        return out;
    }

    private List<Object> array() {
        List<Object> out = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token != JsonToken.VALUE_NULL) {
                out.add(value(token));
            }
        }
        return out;
    }

    private JsonFault fault(JacksonException e) {
        TokenStreamLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        Optional<String> unreadable = unreadable(e);
        if (unreadable.isPresent()) {
            return fault(location, unreadable.get(), true);
        }
        return at(
                location,
                e instanceof StreamConstraintsException
                        ? "a value is longer than " + LONGEST + " characters or nested too deep"
                        : clause(e.getOriginalMessage()));
    }

    /** What is wrong with the stream, where the JSON is not to blame. */
    private static Optional<String> unreadable(JacksonException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return Optional.of("its bytes do not keep to the encoding it begins with");
        }
        return e.getCause() instanceof IOException cause
                ? Optional.of("cannot be read further: " + cause.getMessage())
                : Optional.empty();
    }

    /** Jackson's message without the lines and the brackets in which it tells the place a second time. */
    private static String clause(String message) {
        return message.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
    }

    private JsonFault at(TokenStreamLocation location, String what) {
        return fault(location, "broken JSON: " + what, false);
    }

    private JsonFault fault(TokenStreamLocation location, String what, boolean unreadable) {
        return new JsonFault(location.getLineNr() + firstLine - 1, location.getColumnNr(), what, unreadable);
    }

    @Override
    public void close() {
        parser.close();
    }
}
