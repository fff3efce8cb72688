package org.mahdar.extract;

import static org.mahdar.extract.WordClass.bits;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Actor;
import org.mahdar.text.Letters;
import org.mahdar.text.Quotation;
import org.mahdar.text.Text;

/**
 * Finds where reported words end: a quotation at its closing mark, a clause at the end of the sentence or where the
 * next report begins, whichever comes first.
 */
final class ContentCutter {
    /** How many words and marks the name of whoever was told may have. */
    private static final int MAX_TOLD = 7;
    /** How many words and marks an aside on the source of what is said may have. */
    private static final int MAX_ASIDE = 12;

    private final Reading reading;
    private final Text text;
    private final ContentPieces pieces;
    /** Tokens at which a report begins. */
    private final BitSet reportAt = new BitSet();

    private final Breaks breaks;

    private final int in;
    private final int stands;

    ContentCutter(Reading reading) {
        this.reading = reading;
        this.text = reading.text();
        this.pieces = new ContentPieces(reading);
        this.breaks = new Breaks(reading, reportAt);
        this.in = reading.language().symbol("prepositions.in");
        this.stands = reading.language().symbol("stands");
    }

    /** Fills the content of every draft; drafts come in text order of their cues. */
    void cut(List<Draft> drafts) {
        for (Draft draft : drafts) {
            reportAt.set(draft.matchFrom);
        }
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            List<Draft> later = drafts.subList(i + 1, drafts.size());
            switch (draft.mode) {
                case "quotation":
                    quotation(draft, draft.quoteFrom, later);
                    break;
                case "clause", "object":
                    clause(draft, draft.contentFrom, later);
                    break;
                case "preceding":
                    preceding(draft, i == 0 ? 0 : drafts.get(i - 1).matchTo, later);
                    break;
                case "around":
                    quotation(draft, draft.quoteFrom, later);
                    quotation(draft, draft.contentFrom, later);
                    break;
                case "headline":
                    headline(draft, later);
                    break;
                default:
                    break;
            }
        }
    }

    private void quotation(Draft draft, int open, List<Draft> later) {
        int q = text.opens(open);
        if (q < 0) {
            return;
        }
        Quotation quotation = text.quotations().get(q);
        int inner = text.opens(quotation.from());
        if (inner >= 0 && text.quotations().get(inner).close() + 1 == quotation.to()) {
            // Marks of two kinds around the same words.
            quotation(draft, quotation.from(), later);
            return;
        }
        int next = quotation.close() + 1;
        if (quotation.closed() && goesOn(next) && text.sentence(next) == text.sentence(quotation.close())) {
            // The sentence goes on behind the closing mark: part of what is said is told in the reporter's words.
            int end = clauseEnd(draft, open, text.sentenceEnd(next), later);
            pieces.add(draft, open, end);
            draft.partQuoted = true;
            return;
        }
        pieces.add(draft, quotation.from(), quotation.closed() ? quotation.to() : endOfUnclosed(q, later));
        draft.allQuoted = true;
        // A quotation that runs over paragraphs: the marks that open each of them carry it on.
        for (int other = q + 1; other < text.quotations().size(); other++) {
            Quotation more = text.quotations().get(other);
            if (more.continues() == q) {
                pieces.add(draft, more.from(), more.to());
                q = other;
            } else if (more.parent() < 0) {
                break;
            }
        }
    }

    /** Where the closing mark was forgotten the reporter's own voice ends the words: ", stressing that …", ", as he put it". */
    private int endOfUnclosed(int q, List<Draft> later) {
        Quotation quotation = text.quotations().get(q);
        int end = quotation.to();
        for (Draft draft : later) {
            if (draft.cueFrom >= end) {
                break;
            }
            boolean inside = text.quotation(draft.cueFrom) == q;
            boolean own = draft.isParticiple() || (draft.mode.equals("preceding") && draft.source.isEmpty());
            if (inside && own && reading.isComma(draft.cueFrom - 1)) {
                end = draft.cueFrom - 1;
            }
        }
        return end;
    }

    private boolean goesOn(int token) {
        if (token >= text.size() || reading.opensWithConjunction(token)) {
            return false;
        }
        boolean joined = reading.isWord(token)
                && reading.standsBehindPreposition(token)
                && !reading.isAny(
                        token, bits(WordClass.ACCORDING, WordClass.ADVERB, WordClass.LINK, WordClass.PREPOSITION))
                && !reading.isAfterPreposition(
                        token, bits(WordClass.BODY_HEAD, WordClass.OCCASION, WordClass.ACCORDING));
        return joined
                || (reading.is(token, WordClass.PLAIN_PREPOSITION)
                        && !reading.isAny(token + 1, bits(WordClass.OCCASION, WordClass.TIME)));
    }

    private void clause(Draft draft, int from, List<Draft> later) {
        breaks.enter(draft);
        // A preposition by itself before a quotation stays outside, and so does a colon.
        boolean outside = reading.is(from, WordClass.LONE_PREPOSITION) || text.isMark(from, ':');
        int start = outside && text.opens(from + 1) >= 0 ? from + 1 : from;
        int q = text.opens(start);
        if (q >= 0) {
            Quotation quotation = text.quotations().get(q);
            // "Which he called «…» in those parts": of what is called so by the way no more is said.
            boolean name = draft.governs("describe")
                    && draft.is("obj")
                    && quotation.closed()
                    && reading.is(draft.cueFrom - 1, WordClass.RELATIVE);
            if (name) {
                pieces.add(draft, quotation.from(), quotation.to());
                draft.allQuoted = true;
                return;
            }
            if (!quotation.closed() || endsClause(quotation.close() + 1)) {
                quotation(draft, start, later);
                goOn(draft, quotation.close() + 1, later);
                return;
            }
        }
        int around = text.quotation(draft.cueFrom);
        int limit = text.sentenceEnd(start);
        int inside = text.quotation(start);
        if (around >= 0 && around == inside) {
            limit = Math.min(limit, text.quotations().get(around).to());
        }
        if (q < 0
                && inside >= 0
                && around != inside
                && text.quotations().get(inside).closed()) {
            // "Calling on «everybody to be calm», while …": the marks that hold the words end them.
            draft.allQuoted = true;
            pieces.add(draft, start, text.quotations().get(inside).to());
            return;
        }
        int end = clauseEnd(draft, start, limit, later);
        pieces.add(draft, deniedBefore(start), end);
        draft.partQuoted = pieces.holdsQuotation(start, end);
        for (int resumed = behindAside(end, limit); resumed > end; resumed = behindAside(end, limit)) {
            end = clauseEnd(draft, resumed, limit, later);
            pieces.add(draft, resumed, end);
            draft.partQuoted |= pieces.holdsQuotation(resumed, end);
        }
        if (end >= limit && around < 0) {
            nextSentence(draft, limit, later);
        }
    }

    /** "That … not", written as one word: what is denied is said, so the word belongs to it. */
    private int deniedBefore(int start) {
        int that = reading.is(start - 1, WordClass.THAT) ? reading.hit(start - 1, WordClass.THAT.bit(), false) : -1;
        return that >= 0 && reading.term(that).entry().is("negative") ? start - 1 : start;
    }

    /** "The authorities, as he put it, harass …": where the words go on behind an aside on their source; the same token where none does. */
    private int behindAside(int token, int limit) {
        boolean parted = reading.isComma(token - 1) || reading.isDash(token - 1);
        int aside = token < limit && parted ? reading.hit(token, WordClass.ACCORDING.bit(), false) : -1;
        boolean like = aside >= 0
                && reading.term(aside).entry().is("also")
                && !reading.is(reading.tape().end(aside), WordClass.SAY_FINITE);
        if (aside < 0 || like) {
            return token;
        }
        char mark = text.mark(token - 1);
        int close = token + 1;
        while (close < Math.min(limit, token + MAX_ASIDE)
                && !(reading.isDash(token - 1) ? text.mark(close) == mark : reading.isComma(close))) {
            close++;
        }
        int next = close + 1;
        boolean goesOn = close < Math.min(limit, token + MAX_ASIDE)
                && next < limit
                && !reportAt.get(next)
                && (reading.isWord(next) || text.opens(next) >= 0)
                && !reading.isAny(
                        next, bits(WordClass.LINK, WordClass.BREAKER, WordClass.OPENER, WordClass.SAY_PARTICIPLE))
                && !reading.is(next, WordClass.BREAKER_OF_PHRASE)
                && !(reading.find(next, in) >= 0 && reading.is(next + 1, WordClass.OCCASION))
                && (!reading.opensWithConjunction(next) || reading.is(next, WordClass.THAT));
        return goesOn ? next : token;
    }

    /** "And that …" at the head of the next sentence goes on with what is said. */
    private void nextSentence(Draft draft, int that, List<Draft> later) {
        boolean more = that < text.size()
                && reading.is(that, WordClass.THAT)
                && reading.opensWithConjunction(that)
                && (reading.is(draft.contentFrom - 1, WordClass.THAT) || text.opens(draft.contentFrom) >= 0);
        if (!more) {
            return;
        }
        int hit = reading.hit(that, WordClass.THAT.bit(), false);
        int start = reading.tape().end(hit);
        // "And even if …" is written alike where no pronoun follows.
        boolean concedes = !reading.term(hit).entry().is("pronoun")
                && reading.isAny(start, bits(WordClass.AUXILIARY, WordClass.BE, WordClass.NEGATION));
        if (!concedes) {
            int end = clauseEnd(draft, start, text.sentenceEnd(start), later);
            pieces.add(draft, start, end);
            draft.partQuoted |= pieces.holdsQuotation(start, end) || draft.allQuoted;
            draft.allQuoted = false;
        }
    }

    /** "Said that «…», and that «…»": what a conjunction and "that" lead on to is said too. */
    private void goOn(Draft draft, int from, List<Draft> later) {
        int limit = text.sentenceEnd(draft.contentFrom);
        int next = from;
        while (next < limit) {
            if (text.mark(next) == '.' && next + 1 == limit) {
                nextSentence(draft, limit, later);
                return;
            }
            int that = reading.isComma(next) ? next + 1 : next;
            if (!reading.is(that, WordClass.THAT) || !reading.opensWithConjunction(that)) {
                return;
            }
            int start = reading.tape().end(reading.hit(that, WordClass.THAT.bit(), false));
            int q = text.opens(start);
            if (q < 0
                    || !text.quotations().get(q).closed()
                    || !endsClause(text.quotations().get(q).close() + 1)) {
                pieces.add(draft, start, clauseEnd(draft, start, limit, later));
                draft.allQuoted = false;
                draft.partQuoted = true;
                return;
            }
            pieces.add(
                    draft,
                    text.quotations().get(q).from(),
                    text.quotations().get(q).to());
            next = text.quotations().get(q).close() + 1;
        }
    }

    /** The words after the colon of a headline, up to its end. */
    private void headline(Draft draft, List<Draft> later) {
        // "X: …. And Y warns of …": the other half speaks for itself.
        int half = later.isEmpty() ? text.size() : begin(later.get(0));
        int to = draft.contentFrom;
        while (to < text.size()
                && text.kind(to) != Text.BREAK
                && text.mark(to) != '|'
                && (to != half || text.mark(to - 1) != '.')) {
            to++;
        }
        int q = text.opens(draft.contentFrom);
        if (q >= 0
                && (!text.quotations().get(q).closed()
                        || text.quotations().get(q).close() + 1 >= to)) {
            quotation(draft, draft.contentFrom, List.of());
            return;
        }
        pieces.add(draft, draft.contentFrom, to);
        draft.partQuoted = pieces.holdsQuotation(draft.contentFrom, to);
    }

    /** The clause before the cue; what goes on after the source without a break belongs to it too. */
    private void preceding(Draft draft, int floor, List<Draft> later) {
        int sentence = text.sentenceStart(text.sentence(draft.cueFrom));
        int from = Math.max(sentence, Math.min(floor, draft.cueFrom));
        for (int token = from; token < draft.cueFrom; token++) {
            boolean starts = token == from || reading.isComma(token - 1);
            int link = starts || reading.is(token, WordClass.BREAKER_OF_PHRASE)
                    ? reading.hit(token, WordClass.LINK.bit(), false)
                    : -1;
            if (link >= 0 && !reading.term(link).entry().is("when")) {
                from = reading.tape().end(link);
            }
            boolean colon = text.isMark(token, ':') && reading.isWord(token - 1) && text.quotation(token) < 0;
            if (colon && token + 1 < draft.cueFrom && text.opens(token + 1) < 0) {
                // "The market is calm: the lira lost …, according to dealers": what the colon leads to
                from = token + 1;
            }
            boolean relative = reading.is(token, WordClass.RELATIVE) && (starts || reading.opensWithConjunction(token));
            if (relative && token > from && !isClosed(token, draft.cueFrom)) {
                from = token + 1;
            }
        }
        if (reading.find(from, stands) >= 0 && reading.is(from + 1, WordClass.DEMONSTRATIVE)) {
            // "This came in a speech, as the agency passed on": it tells of the occasion, and nothing that was said.
            return;
        }
        int q = text.opens(from);
        if (q >= 0
                && text.quotations().get(q).closed()
                && loose(text.quotations().get(q).close() + 1, draft.cueFrom)) {
            quotation(draft, from, List.of());
            return;
        }
        int next =
                draft.source.map(source -> Math.max(source.to, draft.matchTo)).orElse(draft.matchTo);
        int limit = text.sentenceEnd(draft.cueFrom);
        if (from == draft.cueFrom && isStop(next, limit) && text.isMark(from - 1, '.')) {
            // "The talks are over. According to the agency.": the sentence before is what is told.
            from = text.sentenceStart(text.sentence(from - 1));
        }
        if (draft.cueFrom - from >= 3) {
            pieces.add(draft, from, draft.cueFrom);
            draft.partQuoted = pieces.holdsQuotation(from, draft.cueFrom);
        }
        boolean first = draft.content.isEmpty();
        if (!first && breaks.isAround(from, draft.cueFrom, next, limit)) {
            int end = clauseEnd(draft, next + 1, limit, later);
            pieces.add(draft, next + 1, end);
            draft.partQuoted |= pieces.holdsQuotation(next + 1, end);
            return;
        }
        if (first && next < limit && (reading.prepositionOf(next) & Letters.L) != 0) {
            next = commaBehind(next, limit);
        }
        if (first && next < limit && reading.isComma(next)) {
            next++;
        }
        if (first && reading.is(next, WordClass.THAT)) {
            next++;
        }
        int behind = next;
        // "According to a statement that the army issued": who issued it is no part of what is said.
        boolean issued = draft.source
                .flatMap(paper -> paper.issuer)
                .filter(issuer -> issuer.from > behind)
                .isPresent();
        boolean goesOn = !issued
                && next < limit
                && (reading.isWord(next) || text.kind(next) == Text.NUMBER)
                && !reading.isAny(next, bits(WordClass.RELATIVE, WordClass.LINK, WordClass.PREPOSITION, WordClass.TIME))
                // "according to a statement (that) went into no details"
                && !(reading.is(next, WordClass.NEGATION) && !reading.isDefinite(next - 1))
                && !reading.opensWithConjunction(next)
                // "as a source told the agency": who was told is no part of it
                && (reading.prepositionOf(next) & Letters.L) == 0;
        if ((first && next < limit && text.kind(next) != Text.BREAK) || goesOn) {
            int end = clauseEnd(draft, next, limit, later);
            pieces.add(draft, next, end);
            draft.partQuoted |= pieces.holdsQuotation(next, end);
        }
    }

    /** "N. N., who is also …, begins his visit": a comma ends the relative clause before the cue. */
    private boolean isClosed(int relative, int cue) {
        for (int token = relative + 1; token < cue - 1; token++) {
            if (reading.isComma(token)) {
                return !reading.opensWithConjunction(relative);
            }
        }
        return false;
    }

    private boolean isStop(int token, int limit) {
        return token >= limit || text.isMark(token, '.') || text.kind(token) == Text.BREAK;
    }

    /** The comma behind whoever was told: "as a source told the agency, …"; the token itself where none stands near. */
    private int commaBehind(int token, int limit) {
        for (int at = token; at < Math.min(limit, token + MAX_TOLD); at++) {
            if (reading.isComma(at)) {
                return at;
            }
        }
        return token;
    }

    private boolean loose(int from, int to) {
        for (int token = from; token < to; token++) {
            if (text.kind(token) != Text.MARK) {
                return false;
            }
        }
        return true;
    }

    private boolean endsClause(int token) {
        if (token >= text.size() || text.kind(token) == Text.BREAK) {
            return true;
        }
        if (text.sentence(token) != text.sentence(token - 1)) {
            return true;
        }
        char mark = text.mark(token);
        return mark == '.'
                || mark == ','
                || mark == '\u060C'
                || mark == '\u061B'
                || mark == ';'
                || mark == '-'
                || reportAt.get(token);
    }

    /** The token after the clause that begins with {@code from}. */
    private int clauseEnd(Draft draft, int from, int limit, List<Draft> later) {
        boolean clause = reading.is(from - 1, WordClass.THAT) || text.isMark(from - 1, ':');
        int next = nextReport(draft, from, limit, later);
        int end = Math.min(limit, next);
        for (int token = from; token < end; token++) {
            int q = text.opens(token);
            if (q >= 0 && text.quotations().get(q).closed()) {
                int close = text.quotations().get(q).close();
                if (close >= end && end == limit) {
                    // The sentence ends inside the marks; what is reported does not.
                    end = close + 1;
                }
                token = Math.min(end, close);
                if (breaks.isOfSpeech(token + 1, end)) {
                    return token + 1;
                }
                continue;
            }
            if (token > from
                    && (reading.partsTitle(token)
                            || (breaks.at(token, clause) && !leadsToAnother(draft, token, later))
                            || (reading.isComma(token - 1) && breaks.isOfSpeech(token, end)))) {
                return token;
            }
        }
        return end;
    }

    /** Where a report begins that ends this one: one that is joined to it, not one inside it. */
    private int nextReport(Draft draft, int from, int limit, List<Draft> later) {
        for (Draft other : later) {
            int at = begin(other);
            if (at <= from || (at == from + 1 && reading.is(from, WordClass.AUXILIARY))) {
                continue;
            }
            if (at >= limit) {
                return limit;
            }
            if (text.quotation(at) != text.quotation(from) && text.quotation(at) >= 0 && text.opens(at) < 0) {
                continue;
            }
            if (joins(other, at) && !isOfAnother(draft, other, at)) {
                return leaveConnectors(at, from);
            }
        }
        return limit;
    }

    /** Where a report begins: at its source, where that stands before the cue and is no antecedent of a relative clause. */
    private int begin(Draft report) {
        int cue = report.negated ? report.cueFrom : report.matchFrom;
        boolean relative = reading.is(cue - 1, WordClass.RELATIVE);
        return relative
                ? cue
                : report.source.map(source -> Math.min(cue, source.from)).orElse(cue);
    }

    /** "The secretary said that his country agreed but she demands …": who speaks is no she, the country is. */
    private boolean isOfAnother(Draft draft, Draft other, int at) {
        Optional<Mention> speaker = draft.source.filter(source -> !source.guess);
        boolean bare = speaker.isPresent() && other.isFinite() && other.source.isEmpty() && reading.isAfterLink(at);
        if (!bare || !other.is("sg") || other.governs("say")) {
            return false;
        }
        Mention mention = speaker.get();
        boolean outlet = mention.kind == Actor.Kind.OUTLET;
        return other.is("f")
                ? mention.isPerson() && mention.gender == Mention.Gender.M
                : outlet || mention.gender == Mention.Gender.F;
    }

    /** Whether right behind "except that" somebody reports who is not the speaker. */
    private boolean leadsToAnother(Draft draft, int link, List<Draft> later) {
        int hit = reading.hit(link, WordClass.LINK.bit(), false);
        return hit >= 0
                && later.stream()
                        .limit(2)
                        .anyMatch(other ->
                                begin(other) == reading.tape().end(hit) && isOfAnother(draft, other, begin(other)));
    }

    private boolean joins(Draft other, int at) {
        if (other.mode.equals("preceding") || other.mode.equals("around")) {
            return true;
        }
        if (other.isParticiple()) {
            return other.is("acc")
                    || reading.is(at - 1, WordClass.FUNCTION)
                    || text.kind(at - 1) == Text.MARK
                    || Cues.isNoAdjective(reading, other);
        }
        if (other.governs("say") && other.mode.equals("quotation") && !reading.is(at - 1, WordClass.RELATIVE)) {
            return true;
        }
        // "And the agency quoted him as saying": the verb stands before the words.
        boolean noun = other.is("masdar") && other.matchFrom == other.cueFrom;
        if (noun) {
            return reading.isAfterPreposition(at, WordClass.SAY_NOUN.bit())
                    || other.pattern.setting("role").map("alongside"::equals).orElse(false);
        }
        int before = at - 1;
        if (reading.is(before, WordClass.RELATIVE)) {
            return false;
        }
        if (reading.opensWithConjunction(at)) {
            return !reading.is(before, WordClass.AUXILIARY);
        }
        char mark = text.mark(before);
        if (mark == ',' || mark == '\u060C' || mark == '\u061B' || mark == ';' || mark == '-' || mark == '\u2013') {
            return other.source.isPresent() || (breaks.isLed() && other.isFinite());
        }
        boolean auxiliary = reading.is(before, WordClass.AUXILIARY)
                && (reading.beginsClause(before) || reading.opensWithConjunction(before));
        return (reading.isAfterLink(at) || auxiliary)
                // "He said the delegation left after it refused to sign": who refused is told of, and does not speak
                // here.
                && (other.source.isPresent()
                        || other.verb.isEmpty()
                        || ((other.is("past") || other.negated) && !reading.isAfterWhen(at)));
    }

    /** Steps back over the words that join two reports. */
    private int leaveConnectors(int at, int from) {
        int token = at;
        while (token - 1 > from) {
            int link = linkBefore(token, from);
            if (link == token) {
                break;
            }
            token = link;
        }
        return token;
    }

    /** Where a word or phrase that joins two reports begins, if one ends before the token; else the token itself. */
    private int linkBefore(int token, int from) {
        boolean one = reading.is(token - 1, WordClass.AUXILIARY)
                || reading.is(token - 1, WordClass.LINK)
                || reading.is(token - 1, WordClass.OPENER)
                // "but he added, saying that"
                || (reading.is(token, WordClass.SAY_PARTICIPLE) && reading.is(token - 1, WordClass.SAY_FINITE));
        if (one) {
            return token - 1;
        }
        int two = token - 2;
        boolean phrase = two > from
                && reading.is(two, WordClass.LINK)
                && reading.tape().end(reading.hit(two, WordClass.LINK.bit(), false)) == token;
        return phrase ? two : token;
    }
}
