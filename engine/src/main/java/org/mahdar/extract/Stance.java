package org.mahdar.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mahdar.model.Evidence;
import org.mahdar.model.Position;
import org.mahdar.model.Span;

/** A position while it is being read; tokens are half-open ranges. */
final class Stance {
    final String pattern;
    final Position.Act act;
    final int from;
    final int to;
    final Span content;
    final Optional<Draft> statement;
    /** Who takes the stance: one side, or several that take it together. */
    final List<Cluster> parties;

    final List<Evidence.Step> steps = new ArrayList<>();

    Stance(
            String pattern,
            Position.Act act,
            int from,
            int to,
            Span content,
            Optional<Draft> statement,
            List<Cluster> parties) {
        this.pattern = pattern;
        this.act = act;
        this.from = from;
        this.to = to;
        this.content = content;
        this.statement = statement;
        this.parties = parties;
    }
}
