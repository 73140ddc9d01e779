package io.artifactor.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What everybody may have for whom nothing else was set; nothing is limited unless configured. */
@ApplicationScoped
public class QuotaSettings {

    /** Also from the environment variable {@code ARTIFACTOR_QUOTA_USER}. */
    @Inject
    @ConfigProperty(name = "artifactor.quota.user")
    private Optional<Long> user;

    /** Also from the environment variable {@code ARTIFACTOR_QUOTA_WORKSPACE}. */
    @Inject
    @ConfigProperty(name = "artifactor.quota.workspace")
    private Optional<Long> workspace;

    /** In bytes. */
    OptionalLong limit(Holder.Kind kind) {
        Optional<Long> chosen =
                switch (kind) {
                    case USER -> user;
                    case WORKSPACE -> workspace;
                };
        return chosen.map(bytes -> OptionalLong.of(Math.max(0, bytes)))
                .orElseGet(OptionalLong::empty);
    }
}
