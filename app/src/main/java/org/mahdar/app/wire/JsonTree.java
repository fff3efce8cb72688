package org.mahdar.app.wire;

import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes trees of maps, lists, strings, numbers and booleans as JSON on one line, in the order of the maps. An empty
 * {@link Optional} is a property left out; as an element of a list it is left out as well.
 */
public final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private JsonTree() {}

    /** A value as JSON. Fails on a value of any other type. */
    public static String line(Object value) {
        StringWriter out = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, value);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Object value) {
        if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            map.forEach((name, inner) -> {
                if (!isAbsent(inner)) {
                    json.writeName((String) name);
                    write(json, inner);
                }
            });
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object inner : list) {
                if (!isAbsent(inner)) {
                    write(json, inner);
                }
            }
            json.writeEndArray();
        } else if (value instanceof Optional<?> there) {
            write(json, there.orElseThrow());
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof String text) {
            json.writeString(text);
        } else {
            throw new IllegalArgumentException("JSON is not made of " + value.getClass());
        }
    }

    private static boolean isAbsent(Object value) {
        return value instanceof Optional<?> maybe && maybe.isEmpty();
    }
}
