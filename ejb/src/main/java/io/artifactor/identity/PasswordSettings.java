package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What operators say about passwords: whether there is more to compare new ones with. */
@ApplicationScoped
class PasswordSettings {

    @Inject
    @ConfigProperty(name = "artifactor.breached.passwords")
    private Optional<String> breachedPasswords;

    @Inject
    @ConfigProperty(name = "artifactor.password.words")
    private Optional<List<String>> words;

    /** The operator's copy of the list of Have I Been Pwned, ordered by hash. */
    public Optional<Path> breachedPasswords() {
        return breachedPasswords.filter(text -> !text.isBlank()).map(Path::of);
    }

    /** What must not be all there is to a password: names of the house and its products. */
    public List<String> words() {
        return words.orElse(List.of()).stream().filter(word -> !word.isBlank()).toList();
    }
}
