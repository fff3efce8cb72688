package org.mahdar.extract;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.mahdar.extract.EnglishItem.Sort;

/**
 * Words the names of actors in English: names of persons by their usual spelling, else letter by letter; offices, bodies
 * and descriptions word by word, put into the order of English. One object for one story.
 */
final class EnglishNames {
    private final Reading reading;
    private final Latin latin;
    private final EnglishWords words;

    EnglishNames(Reading reading, Latin latin) {
        this.reading = reading;
        this.latin = latin;
        this.words = new EnglishWords(reading, latin);
    }

    /** The name of a person in Latin letters. */
    String person(int from, int to) {
        StringJoiner out = new StringJoiner(" ");
        for (int token = from; token < to; ) {
            int next = token + 1;
            if (reading.isWord(token)) {
                int hit = words.spelled(token, to);
                out.add(
                        hit < 0
                                ? latin.word(words.own(token, token == from))
                                : reading.term(hit).entry().need("latin"));
                next = hit < 0 ? next : reading.tape().end(hit);
            }
            token = next;
        }
        return out.toString();
    }

    /** The words of an office, in English; empty where its noun is not known. */
    Optional<String> office(int from, int to) {
        List<EnglishItem> items = words.items(from, to);
        return items.stream().anyMatch(item -> item.is(Sort.NOUN))
                ? Optional.of(EnglishOrder.titled(EnglishOrder.render(items)))
                : Optional.empty();
    }

    /** The name of a body. */
    String body(int from, int to) {
        List<EnglishItem> items = words.items(from, to);
        boolean common = items.stream()
                .filter(item -> item.is(Sort.NOUN))
                .findFirst()
                .map(item -> item.is("common"))
                .orElse(false);
        String english = EnglishOrder.render(items);
        return common ? english : EnglishOrder.titled(english);
    }

    /** A description in English, with small letters. */
    String description(int from, int to) {
        return EnglishOrder.render(words.items(from, to));
    }
}
