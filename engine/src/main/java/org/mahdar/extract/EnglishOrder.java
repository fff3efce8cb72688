package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.mahdar.extract.EnglishItem.Sort;

/**
 * Puts the words of a name into the order of English. In the story's language a noun comes first, then the nouns that
 * complete it, then adjectives; in English states stand first, then adjectives, fields, the noun, and behind "of" what
 * completes it.
 */
final class EnglishOrder {
    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "for", "in", "to", "on", "with", "from", "at", "close");

    private EnglishOrder() {}

    /** The English name. */
    static String render(List<EnglishItem> items) {
        for (int i = 1; i + 1 < items.size(); i++) {
            EnglishItem link = items.get(i);
            List<EnglishItem> head = items.subList(0, i);
            List<EnglishItem> rest = items.subList(i + 1, items.size());
            boolean isOf = link.is(Sort.PREPOSITION) && link.english().equals("of");
            if (link.is(Sort.COMMA)) {
                return phrase(head) + ", " + render(rest);
            }
            if (link.is(Sort.SPEAKS) || (isOf && head.get(0).is("speaks"))) {
                return join(render(rest), render(head));
            }
            if (link.is("affairs")) {
                return affairs(head, rest);
            }
            if (link.is(Sort.PREPOSITION)) {
                boolean isFor = isOf
                        && (rest.get(0).is(Sort.FIELD) || rest.get(0).entry().isEmpty());
                return join(phrase(head), isFor ? "for" : link.english(), render(rest));
            }
            if (link.is(Sort.AND) && rest.get(0).is(Sort.NOUN)) {
                return join(phrase(head), "and", render(rest));
            }
        }
        return phrase(items);
    }

    /** "For … affairs", and what stands behind it. */
    private static String affairs(List<EnglishItem> head, List<EnglishItem> rest) {
        int end = 0;
        while (end < rest.size() && !rest.get(end).is(Sort.PREPOSITION)) {
            end++;
        }
        String behind =
                end == rest.size() ? "" : join(rest.get(end).english(), render(rest.subList(end + 1, rest.size())));
        return join(phrase(head), "for", phrase(rest.subList(0, end)), "affairs", behind);
    }

    private static String phrase(List<EnglishItem> items) {
        List<String> states = new ArrayList<>();
        List<EnglishItem> rest = new ArrayList<>();
        for (EnglishItem item : items) {
            if (!item.is(Sort.STATE)) {
                rest.add(item);
            } else if (!states.contains(item.english())) {
                states.add(item.english());
            }
        }
        if (states.isEmpty()) {
            ofState(rest).ifPresent(adjective -> {
                states.add(adjective);
                rest.remove(rest.size() - 1);
            });
        }
        boolean people = rest.stream().allMatch(item -> item.is(Sort.QUANTITY) || item.is(Sort.AND));
        if (people && !states.isEmpty()) {
            List<String> names = states.stream().map(EnglishOrder::people).toList();
            return join(bare(rest), String.join(" and ", names));
        }
        return join(String.join(" and ", states), bare(rest));
    }

    /** "The foreign minister of Egypt": the adjective of the state whose name completes an office. */
    private static Optional<String> ofState(List<EnglishItem> items) {
        if (items.size() < 2 || !items.get(0).is(Sort.NOUN)) {
            return Optional.empty();
        }
        EnglishItem head = items.get(0);
        EnglishItem end = items.get(items.size() - 1);
        boolean office = head.is("office") || head.is("common") || items.get(1).is(Sort.FIELD);
        return office && end.is(Sort.NAME)
                ? end.entry().flatMap(entry -> entry.value("adjective-en"))
                : Optional.empty();
    }

    /** Those whom the adjective of a state describes: "Egyptians", "French people". */
    private static String people(String adjective) {
        boolean plain = adjective.endsWith("n") || adjective.endsWith("i");
        return adjective.equals("US") ? "Americans" : plain ? adjective + "s" : adjective + " people";
    }

    /** A noun with what completes it, without states. */
    private static String bare(List<EnglishItem> items) {
        StringJoiner front = new StringJoiner(" ");
        int at = 0;
        while (at < items.size()
                && !items.get(at).is(Sort.NOUN)
                && !items.get(at).is(Sort.NAME)) {
            if (!items.get(at).is(Sort.AND)) {
                front.add(items.get(at).english());
            }
            at++;
        }
        if (at == items.size()) {
            return front.toString();
        }
        return join(front.toString(), completed(items.get(at), items.subList(at + 1, items.size())));
    }

    private static String completed(EnglishItem head, List<EnglishItem> rest) {
        List<String> adjectives = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        String of = "";
        boolean office = false;
        boolean and = false;
        for (int at = 0; at < rest.size() && of.isEmpty(); at++) {
            EnglishItem item = rest.get(at);
            switch (item.sort()) {
                case ADJECTIVE -> adjectives.add(0, item.english());
                case FIELD -> fields.add(and && !fields.isEmpty() ? "and " + item.english() : item.english());
                case NAME -> names.add(and && !names.isEmpty() ? "and " + item.english() : item.english());
                case NOUN -> {
                    of = bare(rest.subList(at, rest.size()));
                    office = item.is("office");
                }
                default -> {}
            }
            and = item.is(Sort.AND);
        }
        String name = String.join(" ", names);
        String adjective = String.join(" ", adjectives);
        if (head.is(Sort.NAME)) {
            return join(adjective, head.english(), name, of);
        }
        if (office && !head.before().isEmpty()) {
            return join(adjective, head.before(), of);
        }
        boolean namesFirst = head.is("name");
        String core = join(namesFirst ? name : "", adjective, String.join(" ", fields), head.english());
        String behind = namesFirst || name.isEmpty() ? "" : "of " + name;
        boolean ownName = head.is("body") && !head.is("common") && !core.equals(head.english());
        return join(ownName ? titled(core) : core, behind, of.isEmpty() ? "" : "of " + of);
    }

    private static String join(String... parts) {
        StringJoiner out = new StringJoiner(" ");
        for (String part : parts) {
            if (!part.isEmpty()) {
                out.add(part);
            }
        }
        return out.toString();
    }

    /** Every word but the small ones with a capital letter. */
    static String titled(String english) {
        StringJoiner out = new StringJoiner(" ");
        for (String word : english.split(" ")) {
            boolean small = word.isEmpty() || (out.length() > 0 && SMALL.contains(word));
            out.add(
                    small || isCapital(word)
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    private static boolean isCapital(String word) {
        return word.charAt(0) >= 'A' && word.charAt(0) <= 'Z';
    }
}
