package io.artifactor.schema;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * {@code array_has(:array, x)}: whether a value is one of an array's. A list written out would be a
 * statement of its own for each length, translated and planned anew each time; an array is one
 * parameter of one statement. The array comes first, because Hibernate takes a parameter that
 * stands last in a function for several, and keeps no plan of such a query.
 */
public class ArrayFunctions implements FunctionContributor {

    @Override
    public void contributeFunctions(FunctionContributions functions) {
        functions
                .getFunctionRegistry()
                .registerPattern(
                        "array_has",
                        "(?2=any(?1))",
                        functions
                                .getTypeConfiguration()
                                .getBasicTypeRegistry()
                                .resolve(StandardBasicTypes.BOOLEAN));
    }
}
