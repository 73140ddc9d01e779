package io.artifactor.identity;

import io.artifactor.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks people who are signed in for their password and second factor again. What is wrong is
 * counted in a lane of the account's own that nothing but a right answer empties.
 */
@ApplicationScoped
class OwnProof {

    @Inject private OwnPassword ownPassword;
    @Inject private FactorCodes codes;
    @Inject private FactorQuestion question;
    @Inject private GuessGuard guard;

    /**
     * @param refused is told why an answer is not right
     */
    public void ofPassword(Caller caller, String password, Consumer<String> refused) {
        Predicate<String> check = ownPassword.check(caller.user());
        counted(caller, () -> requirePassword(check, password, refused));
    }

    /** The same, with a second factor, which is spent. */
    public void ofBoth(
            Caller caller, String password, FactorProof given, Consumer<String> refused) {
        if (!given.isGiven()) {
            throw Problem.invalid(
                    "code",
                    "is missing; the account has a second factor, so a one-time code, a recovery"
                            + " code or the answer of a security key is asked for as well.");
        }
        Predicate<String> check = ownPassword.check(caller.user());
        counted(
                caller,
                () -> {
                    requirePassword(check, password, refused);
                    requireFactor(caller, given, refused);
                    return true;
                });
    }

    private void requireFactor(Caller caller, FactorProof given, Consumer<String> refused) {
        Optional<String> wrong = question.wrong(caller.user(), given);
        if (wrong.isPresent()) {
            refused.accept(wrong.get());
            throw given.key().isPresent()
                    ? Problem.invalid("key", "did not sign what it was asked to; ask it again.")
                    : wrongCode();
        }
    }

    /** The step of a code that is right by that secret. */
    public long step(Caller caller, byte[] sealed, String code, Consumer<String> refused) {
        return counted(
                caller,
                () ->
                        codes.step(caller.user(), sealed, code)
                                .orElseThrow(() -> {
                                    refused.accept("wrong-code");
                                    return wrongCode();
                                }));
    }

    private static boolean requirePassword(
            Predicate<String> check, String password, Consumer<String> refused) {
        if (!check.test(password)) {
            refused.accept("wrong-password");
            throw Problem.invalid("password", "is not right.");
        }
        return true;
    }

    private static Problem wrongCode() {
        return Problem.invalid("code", "is not right, or was used before; wait for the next one.");
    }

    private <T> T counted(Caller caller, Supplier<T> check) {
        return guard.guarded(
                List.of(AttemptLane.ofFactor(caller.user())), Optional.of(caller.user()), check);
    }
}
