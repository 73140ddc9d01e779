package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What operators say about passwords: what new ones are compared with, how long given ones last.
 */
@ApplicationScoped
class PasswordSettings {

    @Inject
    @ConfigProperty(name = "artifactor.breached.passwords")
    private Optional<String> breachedPasswords;

    @Inject
    @ConfigProperty(name = "artifactor.password.words")
    private Optional<List<String>> words;

    @Inject
    @ConfigProperty(name = "artifactor.initial.password.days", defaultValue = "7")
    private int initialPasswordDays;

    /** How long a password that somebody else gave is good unused; zero if for ever. */
    public Duration initialPassword() {
        return Duration.ofDays(Math.clamp(initialPasswordDays, 0, 365));
    }

    /** The operator's copy of the list of Have I Been Pwned, ordered by hash. */
    public Optional<Path> breachedPasswords() {
        return breachedPasswords.filter(text -> !text.isBlank()).map(Path::of);
    }

    /** What must not be all there is to a password: names of the house and its products. */
    public List<String> words() {
        return words.orElse(List.of()).stream().filter(word -> !word.isBlank()).toList();
    }
}
