package io.artifactor.artifact.rest;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** What every request and answer of tus 1.0.0 has: the version, and what else is spoken. */
@Tus
@Provider
public class TusProtocol implements ContainerRequestFilter, ContainerResponseFilter {

    static final String VERSION = "1.0.0";
    static final String EXTENSIONS =
            "creation,creation-with-upload,termination,checksum,expiration";

    private static final String RESUMABLE = "Tus-Resumable";
    private static final Set<String> WITHOUT_VERSION = Set.of("OPTIONS", "GET");
    private static final int VERSION_REFUSED = ProblemCode.UNSUPPORTED_VERSION.status();

    @Override
    public void filter(ContainerRequestContext request) {
        String version = request.getHeaderString(RESUMABLE);
        if (!WITHOUT_VERSION.contains(request.getMethod()) && !VERSION.equals(version)) {
            throw new Problem(
                    ProblemCode.UNSUPPORTED_VERSION,
                    "Tus-Resumable: is %s, expected %s."
                            .formatted(version == null ? "missing" : "another version", VERSION));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(RESUMABLE, VERSION);
        if (response.getStatus() == VERSION_REFUSED) {
            headers.putSingle("Tus-Version", VERSION);
        }
    }
}
