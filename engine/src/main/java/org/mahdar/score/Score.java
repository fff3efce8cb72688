package org.mahdar.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How well stories were read, as counts: scores of single stories add up to the score of all.
 *
 * @param stories how many
 * @param layers one for each sort of line, always the same six in the same order
 * @param traceable how many of the spans in the minutes lie within the story
 */
public record Score(int stories, List<Layer> layers, Share traceable) {
    /** Copies the layers. */
    public Score {
        layers = List.copyOf(layers);
    }

    /**
     * One sort of line.
     *
     * @param name its name in the minutes format
     * @param gold how many lines people found
     * @param said how many the engine
     * @param counts what was found, from lenient to strict
     * @param shares what else is right about the lines found
     */
    public record Layer(String name, int gold, int said, List<Count> counts, List<Share> shares) {
        /** Copies the lists. */
        public Layer {
            counts = List.copyOf(counts);
            shares = List.copyOf(shares);
        }

        private Layer plus(Layer other) {
            List<Count> sums = new ArrayList<>();
            for (int i = 0; i < counts.size(); i++) {
                sums.add(counts.get(i).plus(other.counts.get(i)));
            }
            List<Share> parts = new ArrayList<>();
            for (int i = 0; i < shares.size(); i++) {
                parts.add(shares.get(i).plus(other.shares.get(i)));
            }
            return new Layer(name, gold + other.gold, said + other.said, sums, parts);
        }
    }

    /**
     * Precision and recall of one measure.
     *
     * @param name the measure
     * @param hits lines right by it
     * @param said lines of the engine
     * @param gold lines of people
     */
    public record Count(String name, int hits, int said, int gold) {
        /** Right lines among those of the engine. */
        public double precision() {
            return ratio(hits, said);
        }

        /** Found lines among those of people. */
        public double recall() {
            return ratio(hits, gold);
        }

        /** Harmonic mean of both. */
        public double f1() {
            double p = precision();
            double r = recall();
            return p + r == 0 ? 0 : 2 * p * r / (p + r);
        }

        private static double ratio(int a, int b) {
            return b == 0 ? 0 : (double) a / b;
        }

        private Count plus(Count other) {
            return new Count(name, hits + other.hits, said + other.said, gold + other.gold);
        }

        private String line() {
            return name + " P " + Score.figure(precision()) + " R " + Score.figure(recall()) + " F1 "
                    + Score.figure(f1());
        }
    }

    /**
     * A part of a whole.
     *
     * @param name what of it
     * @param hits how many
     * @param of out of how many
     */
    public record Share(String name, int hits, int of) {
        /** Three digits, or a dash where there is no whole. */
        public String figure() {
            return of == 0 ? "-" : Score.figure((double) hits / of);
        }

        private Share plus(Share other) {
            return new Share(name, hits + other.hits, of + other.of);
        }
    }

    /** The score of both sets of stories together. */
    public Score plus(Score other) {
        List<Layer> sums = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            sums.add(layers.get(i).plus(other.layers.get(i)));
        }
        return new Score(stories + other.stories, sums, traceable.plus(other.traceable));
    }

    /** The count of this name in a layer, such as {@code statements}, {@code E2E}. */
    public Count count(String layer, String name) {
        return layers.stream()
                .filter(l -> l.name().equals(layer))
                .flatMap(l -> l.counts().stream())
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no count " + layer + "/" + name));
    }

    /** One line a layer, the lines that the protocol's own program prints. */
    public List<String> report() {
        List<String> out = new ArrayList<>();
        out.add("stories " + stories);
        for (Layer layer : layers) {
            StringBuilder line = new StringBuilder();
            line.append(pad(layer.name(), 11)).append(" gold ").append(layer.gold());
            line.append(" said ").append(layer.said()).append("  ");
            for (int i = 0; i < layer.counts().size(); i++) {
                line.append(i == 0 ? "" : " | ").append(layer.counts().get(i).line());
            }
            for (int i = 0; i < layer.shares().size(); i++) {
                Share share = layer.shares().get(i);
                line.append(i == 0 ? " | " : " ")
                        .append(share.name())
                        .append(' ')
                        .append(share.figure());
            }
            out.add(line.toString());
        }
        return out;
    }

    /** Three digits after the point, rounded as the protocol's own program does. */
    public static String figure(double value) {
        return new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static String pad(String name, int width) {
        return name + " ".repeat(Math.max(0, width - name.length()));
    }
}
