package org.mahdar.app.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items in the IPTC's ninjs, generations 2 and 3: {@code headlines} and {@code bodies} with roles. Generation 2 writes its
 * names in small letters, generation 3 in camel case.
 */
final class Ninjs {
    private Ninjs() {}

    static boolean isNinjs(Map<?, ?> map) {
        return map.containsKey("uri")
                && (map.get("headlines") instanceof List<?> || map.get("bodies") instanceof List<?>);
    }

    /** The story of an item; a remark where the item is no text. */
    static List<Item> stories(StoryMaker maker, Place place, Map<?, ?> map, byte[] bytes) {
        String type = text(map, "type").orElse("text");
        if (!type.equals("text") && !type.equals("composite")) {
            return List.of(new Item.Remark(place, "is a ninjs item of type " + type + ", which holds no story"));
        }
        Draft draft = new Draft();
        draft.id = text(map, "uri");
        draft.title =
                main(map, "headlines").flatMap(item -> text(item, "value")).orElse("");
        draft.body = body(map);
        if (draft.title.isBlank() && draft.body.isBlank()) {
            return List.of(new Item.Bad(
                    place, "the ninjs item has neither headline nor body", "Look at \"headlines\" and \"bodies\"."));
        }
        draft.published = text(map, "contentCreated", "contentcreated", "firstCreated", "firstcreated")
                .or(() -> text(map, "versionCreated", "versioncreated"));
        draft.language = text(map, "language");
        draft.place = text(map, "located");
        draft.byline = text(map, "by", "byline");
        draft.agency =
                names(map, "infoSources", "infosources").or(() -> text(map, "copyrightHolder", "copyrightholder"));
        draft.url = draft.id.filter(uri -> uri.startsWith("http://") || uri.startsWith("https://"));
        return maker.make(place, draft, StoryMaker.stem(place.file()), StoryMaker.JSON, bytes);
    }

    /** Plain text before marked-up text; of each the main one first. */
    private static String body(Map<?, ?> map) {
        List<Map<?, ?>> bodies = items(map, "bodies");
        Optional<Map<?, ?>> marked = bodies.stream().filter(Ninjs::isMarkup).findFirst();
        Optional<Map<?, ?>> plain =
                bodies.stream().filter(body -> !isMarkup(body)).findFirst();
        // Markup tells paragraphs apart; plain text may have lost them.
        if (marked.isPresent()) {
            String text = MainText.all(text(marked.get(), "value").orElse(""));
            if (!text.isBlank()) {
                return text;
            }
        }
        return plain.flatMap(body -> text(body, "value")).orElse("");
    }

    private static boolean isMarkup(Map<?, ?> body) {
        String type = text(body, "contentType", "contenttype").orElse("");
        return type.contains("html") || type.contains("xml") || type.contains("nitf");
    }

    private static Optional<Map<?, ?>> main(Map<?, ?> map, String list) {
        List<Map<?, ?>> items = items(map, list);
        return items.stream()
                .filter(item -> text(item, "role").orElse("").equals("main"))
                .findFirst()
                .or(() -> items.stream().findFirst());
    }

    private static List<Map<?, ?>> items(Map<?, ?> map, String list) {
        List<Map<?, ?>> out = new ArrayList<>();
        if (map.get(list) instanceof List<?> several) {
            for (Object one : several) {
                if (one instanceof Map<?, ?> item) {
                    out.add(item);
                }
            }
        }
        return out;
    }

    private static Optional<String> names(Map<?, ?> map, String... lists) {
        return new Properties(map, Map.of()).names("", List.of(lists));
    }

    private static Optional<String> text(Map<?, ?> map, String... names) {
        for (String name : names) {
            if (map.get(name) instanceof String text && !text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}
