package io.artifactor.bench;

import java.util.ArrayList;
import java.util.List;

/** What is measured beside what it stands on, with all that was measured. */
final class Pair {
    private final String name;
    private final Subject product;
    private final Subject bare;
    private final List<Sample> productSamples = new ArrayList<>();
    private final List<Sample> bareSamples = new ArrayList<>();

    Pair(String name, Subject product, Subject bare) {
        this.name = name;
        this.product = product;
        this.bare = bare;
    }

    String name() {
        return name;
    }

    /** So long that the server's hot code is compiled; the bare one needs a moment only. */
    void warm(Load load, int seconds) throws Exception {
        load.run(bare, 1);
        load.run(product, seconds);
    }

    /** A slice of each, the one right after the other. */
    void measure(Load load, int seconds) throws Exception {
        bareSamples.add(load.run(bare, seconds));
        productSamples.add(load.run(product, seconds));
    }

    List<Sample> productSamples() {
        return List.copyOf(productSamples);
    }

    List<Sample> bareSamples() {
        return List.copyOf(bareSamples);
    }

    /** How much of the bare speed is left, round by round. */
    Spread speedRatio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < bareSamples.size(); i++) {
            ratios.add(productSamples.get(i).perSecond() / bareSamples.get(i).perSecond());
        }
        return Spread.of(ratios);
    }

    /** How many times longer all but the slowest twentieth take, round by round. */
    Spread latencyRatio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < bareSamples.size(); i++) {
            ratios.add(productSamples.get(i).p95() / bareSamples.get(i).p95());
        }
        return Spread.of(ratios);
    }
}
