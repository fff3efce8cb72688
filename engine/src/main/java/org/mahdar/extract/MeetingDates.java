package org.mahdar.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Meeting.Kind;
import org.mahdar.model.Meeting.Status;

/** Concludes the date of occasions beside which no time stands: from what is told of the same people close by, or from the day of the story. */
final class MeetingDates {
    /** How many occasions away one is looked for. */
    private static final int MEMORY = 3;
    /** How many sentences away it may stand. */
    private static final int SENTENCES = 1;
    /** How many sentences behind the first one still tell its news. */
    private static final int NEWS = 8;
    /** How many days back news is. */
    private static final int DAYS = 7;

    private final Reading reading;
    private final Times when;
    private final int lead;
    private final Optional<LocalDate> newsDay;

    MeetingDates(Reading reading, Times when) {
        this.reading = reading;
        this.when = when;
        int token = 0;
        while (token < reading.size() && reading.text().inTitle(token)) {
            token++;
        }
        this.lead = reading.sentenceOf(token);
        this.newsDay = newsDay();
    }

    /** The day of which the first sentence tells, where it names one not long before the story. */
    private Optional<LocalDate> newsDay() {
        return when.expressions().stream()
                .filter(time ->
                        reading.sentenceOf(reading.text().tokenAt(time.span().start())) == lead)
                .filter(Timex::isDay)
                .findFirst()
                .map(Timex::date)
                .map(LocalDate::parse)
                .filter(day -> when.day()
                        .filter(story -> !day.isAfter(story) && day.isAfter(story.minusDays(DAYS)))
                        .isPresent());
    }

    /** Fills the inferred dates of occasions in text order. */
    void infer(List<Occasion> occasions) {
        for (int i = 0; i < occasions.size(); i++) {
            Occasion occasion = occasions.get(i);
            if (occasion.time.isEmpty()) {
                occasion.inferredDate =
                        beside(occasions, i).or(() -> ofStory(occasion)).or(() -> ofNews(occasion));
            }
        }
    }

    /** The day of an occasion told in the same or the next sentence that shares a party and stands alike. */
    private Optional<String> beside(List<Occasion> occasions, int index) {
        Occasion occasion = occasions.get(index);
        for (int i = Math.max(0, index - MEMORY); i <= Math.min(occasions.size() - 1, index + MEMORY); i++) {
            Occasion other = occasions.get(i);
            int distance = Math.abs(reading.sentenceOf(other.head) - reading.sentenceOf(occasion.head));
            boolean fits = distance <= SENTENCES
                    && other.time.filter(Timex::isDay).isPresent()
                    && other.status == occasion.status
                    && other.parties.keySet().stream().anyMatch(occasion.parties::containsKey);
            if (fits) {
                return other.time.map(Timex::date);
            }
        }
        return Optional.empty();
    }

    /** What the first sentence tells as news, without a time, happened on the day of the story. */
    private Optional<String> ofStory(Occasion occasion) {
        boolean news = reading.sentenceOf(occasion.head) <= lead
                && (occasion.status == Status.HELD || occasion.status == Status.ONGOING)
                && (occasion.isVerb() || occasion.governor >= 0);
        return news ? when.day().map(Object::toString) : Optional.empty();
    }

    /** What is told as held of somebody whom the first sentence names was that day, where it names one. */
    private Optional<String> ofNews(Occasion occasion) {
        int sentence = reading.sentenceOf(occasion.head);
        boolean before = reading.is(reading.text().sentenceStart(sentence), WordClass.BE);
        boolean told = occasion.status == Status.HELD
                && occasion.certainty != Occasion.Certainty.NONE
                && sentence > lead
                && sentence <= lead + NEWS
                && !before
                && occasion.kind != Kind.SIGNING
                && occasion.parties.keySet().stream().anyMatch(this::isNamedFirst);
        return told ? newsDay.map(Object::toString) : Optional.empty();
    }

    private boolean isNamedFirst(Cluster cluster) {
        return MeetingParties.travels(cluster)
                && cluster.mentions.stream().anyMatch(mention -> reading.sentenceOf(mention.from) <= lead);
    }
}
