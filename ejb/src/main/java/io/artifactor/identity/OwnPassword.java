package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Predicate;

/** The password of somebody who is signed in, wherever it is known. */
@ApplicationScoped
class OwnPassword {

    private static final int LONGEST = 4 * InputRules.PASSWORD_MAX;

    @Inject private SessionStore sessions;
    @Inject private PasswordHashing hashing;
    @Inject private PasswordRealm elsewhere;

    /** What says whether a password is theirs; a problem for people who give none here. */
    public Predicate<String> check(UserId user) {
        String hash =
                sessions.credentials(user).orElseThrow(() -> Problem.notFound("user", user)).hash();
        if (hash != null) {
            return password -> password.length() <= LONGEST && hashing.matches(password, hash);
        }
        String name = elsewhere.nameOf(user).orElseThrow(OwnPassword::none);
        return password ->
                password.length() <= LONGEST
                        && elsewhere
                                .check(name, password)
                                .filter(vouched -> vouched.user().equals(user))
                                .isPresent();
    }

    private static Problem none() {
        return new Problem(
                ProblemCode.CONFLICT,
                "This account has no password here; the provider through which you sign in looks"
                        + " after it and after second factors.");
    }
}
