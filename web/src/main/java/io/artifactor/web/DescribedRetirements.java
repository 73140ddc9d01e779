package io.artifactor.web;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Marks in the description what is on its way out, for people and for their tools. */
final class DescribedRetirements {

    /** From this day on it may be gone; who compares descriptions looks for it. */
    private static final String SUNSET = "x-sunset";

    private DescribedRetirements() {}

    static void mark(Operation operation, Stream<Retirement> retirements) {
        retirements.forEach(it -> {
            if (it.parameter().isEmpty()) {
                operation.setDeprecated(true);
                operation.addExtension(SUNSET, it.until().toString());
                operation.setDescription(described(operation.getDescription(), it));
            } else {
                mark(operation.getParameters(), it.parameter().get(), it);
            }
        });
    }

    private static void mark(
            @Nullable List<Parameter> parameters, String name, Retirement retirement) {
        if (parameters == null) {
            return;
        }
        parameters.stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .forEach(parameter -> {
                    parameter.setDeprecated(true);
                    parameter.addExtension(SUNSET, retirement.until().toString());
                    parameter.setDescription(described(parameter.getDescription(), retirement));
                });
    }

    private static String described(@Nullable String description, Retirement retirement) {
        String before = description == null ? "" : description + "\n\n";
        return before + retirement.sentence();
    }
}
