package org.mahdar.app.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mahdar.model.Span;

/** A JSON object that is asked for its properties by name and type, and says which one is not as it should be. */
final class JsonObject {
    private final String path;
    private final int line;
    private final Map<?, ?> values;

    private JsonObject(String path, int line, Map<?, ?> values) {
        this.path = path;
        this.line = line;
        this.values = values;
    }

    /** The object that stands on a line. */
    static JsonObject of(Object value, int line) throws JsonFault {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject("", line, map);
        }
        throw new JsonFault(line, 0, "an object was expected");
    }

    JsonFault fault(String what) {
        return new JsonFault(line, 0, path.isEmpty() ? what : path + ": " + what);
    }

    /** Fails where the object has a property that is not among these. */
    void only(Set<String> known) throws JsonFault {
        Set<String> unknown = new TreeSet<>();
        for (Object key : values.keySet()) {
            if (!known.contains((String) key)) {
                unknown.add((String) key);
            }
        }
        if (!unknown.isEmpty()) {
            throw fault("unknown properties " + unknown);
        }
    }

    private <T> Optional<T> get(String name, Class<T> type) throws JsonFault {
        Object value = values.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw fault("\"" + name + "\" should be a " + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return Optional.of(type.cast(value));
    }

    private JsonFault missing(String name) {
        return fault("\"" + name + "\" is missing");
    }

    Optional<String> text(String name) throws JsonFault {
        return get(name, String.class);
    }

    String needText(String name) throws JsonFault {
        return text(name).orElseThrow(() -> missing(name));
    }

    Optional<Integer> number(String name) throws JsonFault {
        return get(name, Long.class).map(Long::intValue);
    }

    boolean flag(String name) throws JsonFault {
        return get(name, Boolean.class).orElse(false);
    }

    Optional<JsonObject> object(String name) throws JsonFault {
        Optional<?> map = get(name, Map.class);
        return map.map(value -> new JsonObject(below(name), line, (Map<?, ?>) value));
    }

    JsonObject needObject(String name) throws JsonFault {
        return object(name).orElseThrow(() -> missing(name));
    }

    /** The objects of a list; none where there is no such list. */
    List<JsonObject> objects(String name) throws JsonFault {
        List<JsonObject> out = new ArrayList<>();
        for (Object value : list(name)) {
            String at = below(name) + "[" + out.size() + "]";
            if (!(value instanceof Map<?, ?> map)) {
                throw new JsonFault(line, 0, at + ": an object was expected");
            }
            out.add(new JsonObject(at, line, map));
        }
        return out;
    }

    /** The strings of a list; none where there is no such list. */
    List<String> texts(String name) throws JsonFault {
        List<String> out = new ArrayList<>();
        for (Object value : list(name)) {
            if (!(value instanceof String text)) {
                throw fault("\"" + name + "\" should hold strings");
            }
            out.add(text);
        }
        return out;
    }

    private List<?> list(String name) throws JsonFault {
        Optional<?> found = get(name, List.class);
        return found.isPresent() ? (List<?>) found.get() : List.of();
    }

    /** The names of the properties, in their order. */
    List<String> names() {
        return values.keySet().stream().map(String.class::cast).toList();
    }

    /** The constant whose name is the word, in any case. */
    <E extends Enum<E>> E word(String name, Class<E> type) throws JsonFault {
        String word = needText(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw fault("\"" + name + "\" cannot be \"" + word + "\"; it is one of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    /** This object as a span. */
    Span span() throws JsonFault {
        int start = number("start").orElseThrow(() -> missing("start"));
        int end = number("end").orElseThrow(() -> missing("end"));
        if (start < 0 || end <= start) {
            throw fault("a span needs 0 <= start < end, got " + start + ".." + end);
        }
        return new Span(start, end);
    }

    /** A span that is written as a pair of offsets. */
    Optional<Span> pair(String name) throws JsonFault {
        Optional<?> found = get(name, List.class);
        return found.isPresent() ? Optional.of(pair(name, found.get())) : Optional.empty();
    }

    /** A list of spans that are written as pairs of offsets; none where there is no such list. */
    List<Span> pairs(String name) throws JsonFault {
        List<Span> out = new ArrayList<>();
        for (Object value : list(name)) {
            out.add(pair(name, value));
        }
        return out;
    }

    private Span pair(String name, Object value) throws JsonFault {
        if (value instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof Long start
                && pair.get(1) instanceof Long end
                && start >= 0
                && start < end
                && end <= Integer.MAX_VALUE) {
            return new Span(start.intValue(), end.intValue());
        }
        throw fault("\"" + name + "\" should hold spans such as [12, 17]");
    }

    /** The same object with more properties. */
    JsonObject with(Map<String, Object> others) {
        Map<Object, Object> more = new LinkedHashMap<>(values);
        more.putAll(others);
        return new JsonObject(path, line, more);
    }

    private String below(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
