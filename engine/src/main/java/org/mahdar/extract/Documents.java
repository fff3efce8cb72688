package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Span;

/** Joins the mentions of one document, and picks the fullest. */
final class Documents {
    /** How many documents back one is looked for. */
    private static final int MEMORY = 16;
    /** By how many words a later mention must be fuller than the first to be taken for the fullest. */
    private static final int MUCH = 6;

    private final Reading reading;
    private final List<Document> all = new ArrayList<>();

    Documents(Reading reading) {
        this.reading = reading;
    }

    List<Document> join(List<Document> mentions) {
        List<Document> title = new ArrayList<>();
        for (Document mention : mentions) {
            if (reading.text().inTitle(mention.head)) {
                title.add(mention);
            } else {
                add(mention, false);
            }
        }
        title.forEach(mention -> add(mention, true));
        all.sort((a, b) -> Integer.compare(a.from, b.from));
        return all;
    }

    private void add(Document mention, boolean title) {
        Optional<Document> same = same(mention);
        if (same.isPresent()) {
            merge(same.get(), mention, title);
            all.remove(same.get());
            all.add(same.get());
        } else if (mention.introduces && counts(mention) && !title) {
            all.add(mention);
        }
    }

    /** Whether a mention says enough to be a document of its own. */
    private boolean counts(Document mention) {
        boolean known = !mention.makers.isEmpty() || mention.status.isPresent() || mention.time.isPresent();
        return !mention.is("weak") || known;
    }

    private Optional<Document> same(Document mention) {
        boolean definite = reading.isDefinite(mention.head) || reading.isDefinite(mention.headEnd - 1) || mention.word.is("poss");
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - MEMORY); i--) {
            Document earlier = all.get(i);
            if (earlier.kind != mention.kind) {
                continue;
            }
            boolean shares = mention.traits.stream().anyMatch(earlier.traits::contains);
            boolean bare = mention.traits.isEmpty();
            if (shares || (bare && definite)) {
                return Optional.of(earlier);
            }
        }
        return Optional.empty();
    }

    private void merge(Document whole, Document mention, boolean title) {
        Span span = reading.text().span(mention.from, mention.to);
        boolean fuller = !title && mention.fullness > whole.fullness + MUCH;
        if (fuller) {
            whole.also.add(reading.text().span(whole.from, whole.to));
            whole.from = mention.from;
            whole.to = mention.to;
            whole.fullness = mention.fullness;
        } else {
            whole.also.add(span);
        }
        whole.traits.addAll(mention.traits);
        whole.makers.addAll(mention.makers);
        whole.time = whole.time.or(() -> mention.time);
        whole.status = whole.status.or(() -> mention.status);
    }
}
