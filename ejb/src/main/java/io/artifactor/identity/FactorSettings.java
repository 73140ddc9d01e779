package io.artifactor.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@code ARTIFACTOR_SECOND_FACTOR}: who must give a one-time code with their password. */
@ApplicationScoped
class FactorSettings {

    @Inject
    @ConfigProperty(name = "artifactor.second.factor", defaultValue = "optional")
    private String configured;

    private FactorPolicy policy = FactorPolicy.OPTIONAL;

    @PostConstruct
    void read() {
        policy = policy(configured);
    }

    static FactorPolicy policy(String configured) {
        return FactorPolicy.find(configured.strip())
                .orElseThrow(() ->
                        new IllegalStateException(
                                "ARTIFACTOR_SECOND_FACTOR must be optional, administrators or"
                                        + " everyone, but is "
                                        + configured));
    }

    public FactorPolicy policy() {
        return policy;
    }
}
