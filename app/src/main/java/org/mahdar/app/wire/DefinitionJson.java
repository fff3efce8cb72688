package org.mahdar.app.wire;

import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mahdar.app.dossier.Definition;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What a dossier asks for, as JSON: {@code parties, issues, words, from, to, in, out}. */
public final class DefinitionJson {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private DefinitionJson() {}

    /** As one line. */
    public static String line(Definition definition) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            texts(json, "parties", definition.parties());
            json.writeName("issues");
            json.writeStartArray();
            for (Definition.Issue issue : definition.issues()) {
                json.writeStartObject();
                json.writeStringProperty("name", issue.name());
                texts(json, "words", issue.words());
                json.writeEndObject();
            }
            json.writeEndArray();
            texts(json, "words", definition.words());
            definition.from().ifPresent(day -> json.writeStringProperty("from", day.toString()));
            definition.to().ifPresent(day -> json.writeStringProperty("to", day.toString()));
            texts(json, "in", definition.in().stream().sorted().toList());
            texts(json, "out", definition.out().stream().sorted().toList());
            json.writeEndObject();
        }
        return out.toString();
    }

    private static void texts(JsonGenerator json, String name, List<String> values) {
        json.writeName(name);
        json.writeStartArray();
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Read back. */
    public static Definition read(String line) throws JsonFault {
        JsonObject o = JsonObject.of(JsonRecords.line(line, 1), 1);
        o.only(Set.of("parties", "issues", "words", "from", "to", "in", "out"));
        List<Definition.Issue> issues = new ArrayList<>();
        for (JsonObject issue : o.objects("issues")) {
            issues.add(new Definition.Issue(issue.needText("name"), issue.texts("words")));
        }
        return new Definition(
                o.texts("parties"),
                issues,
                o.texts("words"),
                day(o, "from"),
                day(o, "to"),
                Set.copyOf(o.texts("in")),
                Set.copyOf(o.texts("out")));
    }

    private static Optional<LocalDate> day(JsonObject o, String name) throws JsonFault {
        Optional<String> day = o.text(name);
        try {
            return day.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw o.fault("\"" + name + "\" should be a day such as 2022-01-11, not \"" + day.orElse("") + "\"");
        }
    }
}
