package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import org.mahdar.model.Assessment;
import org.mahdar.model.Evidence;

/** An assessment while it is being read; tokens are half-open ranges. */
final class Judgement {
    final String pattern;
    final Assessment.Polarity polarity;
    final int from;
    final int to;
    final Cluster by;
    final List<Evidence.Step> steps = new ArrayList<>();

    Judgement(String pattern, Assessment.Polarity polarity, int from, int to, Cluster by) {
        this.pattern = pattern;
        this.polarity = polarity;
        this.from = from;
        this.to = to;
        this.by = by;
    }
}
