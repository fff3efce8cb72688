package org.mahdar.app.dossier;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Compares words of stories in their folded form, in which letters that are written either way are one. */
public final class Words {
    private final UnaryOperator<String> fold;

    /** @param fold how a language folds the letters of words */
    public Words(UnaryOperator<String> fold) {
        this.fold = fold;
    }

    /** The folded words of a text: its runs of letters and digits. */
    public List<String> of(String text) {
        String folded = fold.apply(text);
        List<String> out = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                out.add(folded.substring(start, i));
                start = -1;
            }
        }
        return out;
    }

    /** The words of a text with one space between. */
    public String line(String text) {
        return String.join(" ", of(text));
    }

    /** Whether a {@link #line} holds one of these, each a line itself, as words or parts of words. */
    static boolean holds(String line, List<String> some) {
        for (String one : some) {
            if (!one.isEmpty() && line.contains(one)) {
                return true;
            }
        }
        return false;
    }

    /** These words as lines, to be looked for. */
    List<String> lines(List<String> words) {
        return words.stream().map(this::line).toList();
    }

    /** Which share of the words of both stand in both, from 0 to 1. */
    static double likeness(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return (double) both.size() / (a.size() + b.size() - both.size());
    }

    /** Which share of the shorter one's words stand in the longer, from 0 to 1. */
    static double inclusion(Set<String> a, Set<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return (double) both.size() / Math.min(a.size(), b.size());
    }
}
