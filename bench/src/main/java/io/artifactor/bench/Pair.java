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

    /** A slice of each, the one right after the other; what is only to warm up is not kept. */
    void measure(Load load, int seconds, boolean kept) throws Exception {
        Sample first = load.run(bare, seconds);
        Sample second = load.run(product, seconds);
        if (kept) {
            bareSamples.add(first);
            productSamples.add(second);
        }
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
