package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mahdar.model.Evidence;
import org.mahdar.model.Paper;
import org.mahdar.model.Span;

/** Joins the mentions of one document, and picks the fullest. */
final class Documents {
    /** How many documents back one is looked for. */
    private static final int MEMORY = 16;
    /** What is done with a letter. */
    private static final Set<String> SENT = Set.of("sent", "delivered");
    /** A first mention with fewer words than this beside the noun gives way to a fuller one. */
    private static final int BARE = 1;

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
        boolean definite = mention.definite;
        boolean done = mention.status.isPresent();
        boolean made = !mention.makers.isEmpty();
        boolean numbered = !mention.number.isEmpty();
        if (mention.is("named")) {
            return mention.named;
        }
        boolean text = mention.kind == Paper.Kind.STATEMENT || mention.kind == Paper.Kind.OTHER;
        if (text && mention.supposed && !definite) {
            // "Without a joint statement", "any document"
            return false;
        }
        if (mention.isSure()) {
            return mention.definite || !mention.supposed;
        }
        switch (mention.kind) {
            case AGREEMENT:
                if (mention.is("weak")) {
                    return done && !mention.supposed && (made || mention.fullness > 2);
                }
                boolean known = made || done || mention.fullness > 1 || reading.ends("relation", mention.headEnd);
                return mention.fullness > 0 && (definite || (known && !mention.supposed));
            case PLAN:
                return mention.is("weak")
                        ? done && (made || mention.fullness > 2)
                        : mention.fullness > 0
                                && !mention.supposed
                                && (done || !mention.is("plural") || !mention.word.is("poss"));
            case RESOLUTION, OTHER:
                return (!mention.is("weak") && (mention.fullness > 0 || !definite))
                        || numbered
                        || (made && done)
                        || (done && !definite && mention.fullness > 0);
            case LETTER:
                boolean sent = mention.status.map(SENT::contains).orElse(false);
                return !mention.is("weak") || (sent && (made || mention.fullness > 2)) || (mention.addressed && made);
            case REPORT, STATEMENT:
                boolean told =
                        mention.status.map(status -> !SENT.contains(status)).orElse(true);
                return !mention.is("weak") || (made && told && !mention.word.is("poss"));
            default:
                return true;
        }
    }

    /** The latest document that a mention can name again. */
    private Optional<Document> same(Document mention) {
        for (int i = all.size() - 1; i >= Math.max(0, all.size() - MEMORY); i--) {
            if (isSame(mention, all.get(i))) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    private boolean isSame(Document mention, Document earlier) {
        boolean bare = mention.definite && mention.traits.isEmpty() && mention.number.isEmpty();
        boolean oneWord = mention.headEnd - mention.head == 1;
        if (mention.kind == Paper.Kind.OTHER && bare && oneWord && mention.fullness == 0) {
            return true;
        }
        boolean plural = mention.is("plural") != earlier.is("plural");
        if (!kindsFit(mention.kind, earlier.kind) || (plural && !bare)) {
            return false;
        }
        if (!mention.number.isEmpty() && !earlier.number.isEmpty()) {
            return mention.number.equals(earlier.number);
        }
        boolean shares = mention.traits.stream().anyMatch(earlier.traits::contains);
        boolean maker = mention.makers.stream().anyMatch(earlier.makers::contains);
        boolean strangers = !mention.makers.isEmpty() && !earlier.makers.isEmpty() && !maker;
        if (mention.definite) {
            return bare
                    || shares
                    || maker
                    || (mention.kind == earlier.kind && mention.kind == Paper.Kind.AGREEMENT && !strangers);
        }
        boolean told = mention.kind == Paper.Kind.STATEMENT || mention.kind == Paper.Kind.AGREEMENT;
        return (shares && !strangers) || (maker && told);
    }

    /** A draft of a resolution or agreement is named like the thing itself. */
    private static boolean kindsFit(Paper.Kind a, Paper.Kind b) {
        boolean draft = a == Paper.Kind.DRAFT || b == Paper.Kind.DRAFT;
        boolean other = a == Paper.Kind.RESOLUTION
                || b == Paper.Kind.RESOLUTION
                || a == Paper.Kind.AGREEMENT
                || b == Paper.Kind.AGREEMENT;
        return a == b || (draft && other);
    }

    private void merge(Document whole, Document mention, boolean title) {
        Span span = reading.text().span(mention.from, mention.to);
        boolean fuller = !title && whole.fullness < BARE && mention.fullness > whole.fullness;
        if (fuller) {
            whole.also.add(reading.text().span(whole.from, whole.to));
            whole.from = mention.from;
            whole.to = mention.to;
            whole.fullness = mention.fullness;
        } else {
            whole.also.add(span);
        }
        whole.steps.add(new Evidence.Step(mention.pattern.id(), span));
        whole.traits.addAll(mention.traits);
        whole.number = whole.number.isEmpty() ? mention.number : whole.number;
        whole.makers.addAll(mention.makers);
        whole.heads.addAll(mention.heads);
        whole.time = whole.time.or(() -> mention.time);
        if (whole.status.isEmpty() || (whole.denied && mention.status.isPresent())) {
            whole.status = mention.status;
            whole.denied = mention.denied;
        }
    }
}
