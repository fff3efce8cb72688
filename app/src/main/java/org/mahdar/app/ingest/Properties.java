package org.mahdar.app.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A record's properties under the names that are in use for them. */
final class Properties {
    private final Map<?, ?> map;
    private final Map<String, String> fields;
    private Optional<String> wrong = Optional.empty();

    /**
     * The properties of a record.
     *
     * @param fields where the user says that things stand, by our name; dots go inside
     */
    Properties(Map<?, ?> map, Map<String, String> fields) {
        this.map = map;
        this.fields = fields;
    }

    /** The first of these that is there and not blank; only where the user says, if he does. */
    Optional<String> text(String ours, List<String> names) {
        Optional<String> path = Optional.ofNullable(fields.get(ours));
        if (path.isPresent()) {
            return at(path.get()).flatMap(value -> text(path.get(), value));
        }
        for (String name : names) {
            Optional<String> text = Optional.<Object>ofNullable(map.get(name)).flatMap(value -> text(name, value));
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(String name, Object value) {
        if (value instanceof Map<?, ?> inner) {
            Object inside = inner.get("name");
            return inside instanceof String text && !text.isBlank() ? Optional.of(text) : refuse(name);
        }
        if (value instanceof String || value instanceof Long) {
            return Optional.of(String.valueOf(value)).filter(text -> !text.isBlank());
        }
        return refuse(name);
    }

    /** Names of people and places may be one, or several in a list. */
    Optional<String> names(String ours, List<String> names) {
        for (String name : fields.containsKey(ours) ? List.<String>of() : names) {
            if (map.get(name) instanceof List<?> several) {
                List<String> out = new ArrayList<>();
                for (Object one : several) {
                    Object inside = one instanceof Map<?, ?> inner ? inner.get("name") : one;
                    if (inside instanceof String text && !text.isBlank()) {
                        out.add(text.strip());
                    }
                }
                if (!out.isEmpty()) {
                    return Optional.of(String.join(", ", out));
                }
            }
        }
        Optional<String> before = wrong;
        Optional<String> found = text(ours, names);
        // What is only said about a story does not spoil it.
        wrong = before;
        return found;
    }

    private Optional<Object> at(String path) {
        Optional<Object> here = Optional.of(map);
        for (String step : path.split("\\.")) {
            Optional<Object> next = Optional.empty();
            if (here.orElseThrow() instanceof Map<?, ?> inner) {
                next = Optional.ofNullable(inner.get(step));
            } else if (here.orElseThrow() instanceof List<?> list && step.matches("[0-9]{1,6}")) {
                int index = Integer.parseInt(step);
                next = index < list.size() ? Optional.of((Object) list.get(index)) : Optional.empty();
            }
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next;
        }
        return here;
    }

    private Optional<String> refuse(String name) {
        wrong = Optional.of(name);
        return Optional.empty();
    }

    /** A property that was asked for and is neither text nor number. */
    Optional<String> wrong() {
        return wrong;
    }
}
