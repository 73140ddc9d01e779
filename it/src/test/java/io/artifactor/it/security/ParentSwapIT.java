package io.artifactor.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What lies below one thing is not there below another, whoever they belong to: every operation
 * whose path names a thing and one of its parts, generated from the description.
 */
class ParentSwapIT extends Casting {

    /** Any user can be put into a group: the path names no part of it. */
    private static final Set<String> NO_PART =
            Set.of("PUT " + Calls.API + "/groups/{id}/members/{user}");

    private static final Calls CALLS = new Calls();
    private static Optional<Cast> us = Optional.empty();
    private static Optional<Cast> others = Optional.empty();

    @BeforeAll
    static void meet() {
        us = Optional.of(cast());
        others = Optional.of(cast());
    }

    static List<String> nested() {
        List<String> nested =
                operations((operation, described) ->
                        operation.indexOf('{') != operation.lastIndexOf('{')
                                && !NO_PART.contains(operation));
        assertThat(nested).hasSizeGreaterThan(8);
        return nested;
    }

    @ParameterizedTest
    @MethodSource("nested")
    void aPartIsNotThereBelowAnotherParent(String operation) throws IOException, SQLException {
        Things ours = new Things(us.orElseThrow());
        Things theirs = new Things(others.orElseThrow());
        Call one = CALLS.make(operation, ours);
        Call another = CALLS.make(operation, ours);
        Call foreign = CALLS.make(operation, theirs);
        ours.write();
        theirs.write();
        Optional<String> token = us.orElseThrow().token(whoMay(operation));
        List<String> ids = new ArrayList<>(one.places());
        ids.addAll(another.places());
        ids.addAll(foreign.places());
        Map<String, String> before = Snapshot.of(ids);

        assertThat(status(swapped(one, another), token)).as("of the same caller").isEqualTo(404);
        assertThat(status(swapped(another, one), token)).as("the other way").isEqualTo(404);
        assertThat(status(swapped(one, foreign), token)).as("of somebody else").isEqualTo(404);
        assertThat(status(swapped(foreign, one), token)).as("below somebody's").isEqualTo(404);

        assertThat(Snapshot.of(ids)).isEqualTo(before);
        assertThat(one.isWell(status(one, token))).as("where it is").isTrue();
    }

    /** The first's parent with the second's part. */
    private static Call swapped(Call parent, Call part) {
        List<String> places = new ArrayList<>(part.places());
        places.set(0, parent.places().get(0));
        return part.elsewhere(places);
    }

    private static int status(Call call, Optional<String> token) {
        return call.send(token).statusCode();
    }
}
