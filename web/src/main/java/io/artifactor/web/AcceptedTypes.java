package io.artifactor.web;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses an {@code Accept} whose weights are no weights, which the runtime takes for a failure of
 * the server. More digits than the standard has are taken: clients send them.
 */
@Provider
@PreMatching
public class AcceptedTypes implements ContainerRequestFilter {

    private static final Pattern Q = Pattern.compile("(?i);\\s*q\\s*=([^;,]*)");
    private static final Pattern WEIGHT =
            Pattern.compile("\\s*(0|1|0?\\.[0-9]{1,9}|0\\.|1\\.0{0,9})\\s*");

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> accepted = request.getHeaders().get(HttpHeaders.ACCEPT);
        if (accepted != null && !accepted.stream().allMatch(AcceptedTypes::isWeighed)) {
            throw new Problem(
                    ProblemCode.INVALID_INPUT,
                    "The weights (q) of the Accept header must be numbers from 0 to 1.");
        }
    }

    /** Whether all weights in it are numbers from 0 to 1. */
    static boolean isWeighed(String accepted) {
        Matcher weights = Q.matcher(accepted);
        while (weights.find()) {
            if (!WEIGHT.matcher(weights.group(1)).matches()) {
                return false;
            }
        }
        return true;
    }
}
