package org.mahdar.app.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mahdar.app.dossier.Coverage;
import org.mahdar.app.dossier.Document;
import org.mahdar.app.dossier.Dossier;
import org.mahdar.app.dossier.Judgement;
import org.mahdar.app.dossier.Ledger;
import org.mahdar.app.dossier.Line;
import org.mahdar.app.dossier.Party;
import org.mahdar.app.dossier.Round;
import org.mahdar.app.dossier.Saying;
import org.mahdar.app.dossier.Side;
import org.mahdar.app.dossier.Stand;
import org.mahdar.app.dossier.Who;
import org.mahdar.app.wire.Json;
import org.mahdar.app.wire.LineKind;

/** What the desk answers as trees of names and values, for JSON. */
public final class Trees {
    private Trees() {}

    /** A page of search results. */
    public static Map<String, Object> of(Desk.Results results) {
        Map<String, Object> facets = new LinkedHashMap<>();
        results.answer()
                .facets()
                .forEach((facet, counts) -> facets.put(
                        facet.word(),
                        counts.stream()
                                .map(count -> Json.object("key", count.key(), "count", count.count()))
                                .toList()));
        Map<String, Object> looser = new LinkedHashMap<>();
        results.answer().looser().forEach((level, count) -> looser.put(level.word(), count));
        return Json.object(
                "total",
                results.answer().total(),
                "hits",
                results.found().stream().map(Trees::found).toList(),
                "facets",
                facets,
                "days",
                results.answer().days(),
                "looser",
                looser,
                "first",
                text(results.answer().first()),
                "last",
                text(results.answer().last()));
    }

    private static Map<String, Object> found(Desk.Found found) {
        String text = found.read().minutes().story().text();
        return Json.object(
                "story",
                found.hit().story(),
                "revision",
                found.read().machine().revision(),
                "line",
                found.hit().line(),
                "kind",
                found.line().map(line -> LineKind.of(line).word()).orElse("story"),
                "published",
                text(found.hit().day()),
                "outlet",
                found.read().info().outlet(),
                "title",
                found.read().info().title(),
                "words",
                found.line()
                        .map(line -> Texts.words(found.read().minutes(), line))
                        .orElse(""),
                "matched",
                found.marks().stream()
                        .map(mark -> Json.object(
                                "start",
                                mark.span().start(),
                                "end",
                                mark.span().end(),
                                "text",
                                mark.span().of(text),
                                "asked",
                                mark.asked(),
                                "level",
                                mark.level().word()))
                        .toList());
    }

    private static Optional<String> text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString);
    }

    /** A dossier; the ledger as of a day, where one is given. */
    public static Map<String, Object> of(Dossier dossier, Optional<LocalDate> asOf) {
        List<Ledger.Cell> cells = asOf.map(dossier.positions()::asOf)
                .orElseGet(() -> dossier.positions().newest());
        return Json.object(
                "parties",
                dossier.parties().stream().map(Trees::party).toList(),
                "rounds",
                dossier.rounds().stream().map(Trees::round).toList(),
                "positions",
                cells.stream().map(Trees::cell).toList(),
                "papers",
                dossier.papers().stream().map(Trees::document).toList(),
                "statements",
                dossier.statements().stream().map(Trees::saying).toList(),
                "assessments",
                dossier.assessments().stream().map(Trees::judgement).toList(),
                "loose",
                lines(dossier.loose()),
                "coverage",
                coverage(dossier.coverage()));
    }

    private static Map<String, Object> side(Side side) {
        return Json.object("key", side.key(), "name", side.name(), "en", side.nameEn());
    }

    private static Map<String, Object> who(Who who) {
        return Json.object(
                "key",
                who.key(),
                "name",
                who.name(),
                "en",
                who.nameEn(),
                "office",
                who.office(),
                "side",
                who.side().key());
    }

    private static List<Map<String, Object>> lines(List<Line> lines) {
        List<Map<String, Object>> out = new ArrayList<>();
        for (Line line : lines) {
            out.add(Json.object(
                    "story",
                    line.story(),
                    "revision",
                    line.revision(),
                    "line",
                    line.id(),
                    "published",
                    text(line.published()),
                    "outlet",
                    line.outlet(),
                    "start",
                    line.span().start(),
                    "end",
                    line.span().end(),
                    "text",
                    line.words()));
        }
        return out;
    }

    private static Map<String, Object> party(Party party) {
        Map<String, Object> roles = new LinkedHashMap<>();
        party.roles().forEach((role, count) -> roles.put(role.word(), count));
        return Json.object(
                "side",
                side(party.side()),
                "asked",
                party.asked(),
                "roles",
                roles,
                "stories",
                party.stories(),
                "statements",
                party.statements(),
                "heads",
                party.heads().stream()
                        .map(head -> Json.object("who", who(head.who()), "lines", head.lines()))
                        .toList());
    }

    private static Map<String, Object> round(Round round) {
        Map<String, Object> roles = new LinkedHashMap<>();
        round.roles().forEach((key, role) -> roles.put(key, role.word()));
        return Json.object(
                "title",
                round.title(),
                "kind",
                round.kind().word(),
                "date",
                round.days().map(Object::toString),
                "place",
                round.place().map(Round.Place::name),
                "placeWords",
                round.place().map(Round.Place::words),
                "round",
                round.number(),
                "parties",
                round.parties().stream().map(Trees::side).toList(),
                "roles",
                roles,
                "state",
                word(round.state()),
                "texts",
                round.texts(),
                "life",
                round.life().stream()
                        .map(stage -> Json.object(
                                "state",
                                word(stage.state()),
                                "reported",
                                text(stage.reported()),
                                "lines",
                                lines(stage.lines())))
                        .toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, Object> cell(Ledger.Cell cell) {
        return Json.object(
                "party",
                side(cell.party()),
                "issue",
                cell.issue(),
                "divided",
                cell.divided(),
                "current",
                cell.current().stream().map(Trees::stand).toList(),
                "superseded",
                cell.superseded().stream().map(Trees::stand).toList());
    }

    private static Map<String, Object> stand(Stand stand) {
        return Json.object(
                "act",
                stand.act().word(),
                "day",
                text(stand.day()),
                "words",
                stand.words(),
                "voice",
                stand.voice().map(Trees::who),
                "texts",
                stand.texts(),
                "lines",
                lines(stand.lines()));
    }

    private static Map<String, Object> document(Document document) {
        return Json.object(
                "name",
                document.name(),
                "kind",
                document.kind().word(),
                "by",
                document.by().stream().map(Trees::side).toList(),
                "date",
                document.date(),
                "texts",
                document.texts(),
                "life",
                document.life().stream()
                        .map(stage -> Json.object(
                                "status",
                                stage.status(),
                                "reported",
                                text(stage.reported()),
                                "lines",
                                lines(stage.lines())))
                        .toList(),
                "lines",
                lines(document.lines()));
    }

    private static Map<String, Object> saying(Saying saying) {
        return Json.object(
                "speaker",
                who(saying.speaker()),
                "act",
                saying.act().word(),
                "kind",
                saying.kind().word(),
                "day",
                text(saying.day()),
                "words",
                saying.words(),
                "texts",
                saying.texts(),
                "carriers",
                saying.carriers().stream()
                        .map(carrier -> Json.object(
                                "line",
                                lines(List.of(carrier.line())).get(0),
                                "words",
                                carrier.words(),
                                "differs",
                                carrier.differs(),
                                "relay",
                                carrier.relay()))
                        .toList());
    }

    private static Map<String, Object> judgement(Judgement judgement) {
        return Json.object(
                "by",
                who(judgement.by()),
                "polarity",
                judgement.polarity().word(),
                "day",
                text(judgement.day()),
                "words",
                judgement.words(),
                "lines",
                lines(judgement.lines()));
    }

    private static Map<String, Object> coverage(Coverage coverage) {
        return Json.object(
                "stories",
                coverage.stories(),
                "texts",
                coverage.texts(),
                "outlets",
                coverage.outlets(),
                "days",
                coverage.days(),
                "undated",
                coverage.undated(),
                "first",
                text(coverage.first()),
                "last",
                text(coverage.last()),
                "silent",
                coverage.silent());
    }
}
