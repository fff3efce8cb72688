package org.mahdar;

import java.util.List;
import java.util.Map;
import org.mahdar.model.Span;

/**
 * A sentence of {@link GeneratedSentences} and what must be read of it.
 *
 * @param template the template that it was drawn from
 * @param spans the words of each slot and of each pair of brackets
 * @param wants one map a line
 * @param dimensions what was drawn for each slot
 */
record GeneratedSentence(
        String template,
        String text,
        Map<String, Span> spans,
        List<Map<String, String>> wants,
        Map<String, String> dimensions) {
    /** The words that a name stands for: those of its parts, if it has parts. */
    List<String> parts(String name) {
        List<String> parts = spans.keySet().stream()
                .filter(key -> key.startsWith(name + "/"))
                .toList();
        return parts.isEmpty() ? List.of(name) : parts;
    }
}
