package io.artifactor.web;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of the interface is on its way out: the one table of which both the description and the
 * answers are made, so that they cannot contradict each other.
 */
record Retirements(List<Retirement> all) {

    /** At present nothing is superseded. An entry stays until its operation is gone. */
    static final Retirements CURRENT = new Retirements(List.of());

    Retirements {
        all = List.copyOf(all);
    }

    Stream<Retirement> of(String operation) {
        return all.stream().filter(it -> it.operation().equals(operation));
    }

    /**
     * What a request to the operation makes use of.
     *
     * @param isSent whether the request has a parameter of this name
     */
    List<Retirement> usedBy(String operation, Predicate<String> isSent) {
        return of(operation)
                .filter(it -> it.parameter().isEmpty() || isSent.test(it.parameter().get()))
                .toList();
    }
}
