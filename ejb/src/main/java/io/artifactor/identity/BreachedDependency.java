package io.artifactor.identity;

import io.artifactor.health.Dependency;
import io.artifactor.health.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;

/** The operator's list of breached passwords, if there is one; without it no new one is taken. */
@ApplicationScoped
public class BreachedDependency implements Dependency {

    private static final int LINES = 8;

    @Inject private PasswordRules rules;

    @Override
    public String name() {
        return "breached-passwords";
    }

    @Override
    public Finding look() {
        if (rules.file().isEmpty()) {
            return Finding.up(Map.of("used", false));
        }
        try {
            rules.file().get().check(LINES);
            return Finding.up(Map.of("used", true));
        } catch (IOException e) {
            return Finding.degraded(Map.of("used", true, "newPasswords", "refused"));
        }
    }
}
