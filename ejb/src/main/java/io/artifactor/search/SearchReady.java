package io.artifactor.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says how search is; never a reason to be taken out of service. */
@Readiness
@ApplicationScoped
public class SearchReady implements HealthCheck {

    @Inject private Search search;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("search")
                .up()
                .withData("state", search.isDegraded() ? "degraded" : "up")
                .build();
    }
}
