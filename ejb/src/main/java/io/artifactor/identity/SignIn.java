package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The door to signing in: a password for two tokens, a refresh token for the next two, and out.
 *
 * <p>Open to everyone. The accounts here are asked first, then the directory if there is one; who
 * has a second factor gives it with the password. Checking a password takes tens of milliseconds,
 * so no transaction and no connection is held meanwhile; the rows behind it change in short
 * transactions of their own, which stay even when the request is refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

    private static final int LONGEST_PASSWORD = 4 * InputRules.PASSWORD_MAX;

    @Inject private SessionStore sessions;
    @Inject private PasswordHashing hashing;
    @Inject private AccessTokens accessTokens;
    @Inject private Event<AccountChanged> accountChanged;
    @Inject private GuessGuard guard;
    @Inject private DeviceRows devices;
    @Inject private FactorQuestion factors;
    @Inject private PasswordRealm elsewhere;

    /**
     * Refuses an unknown user and a wrong password after the same time with the same words, and
     * after many failures for a while everybody but devices the account knows.
     */
    public SignedIn login(LoginAttempt attempt) {
        Admitted admitted = admit(attempt, SessionTerms.TOKENS);
        return signedIn(admitted.opened()).on(admitted.deviceToken());
    }

    /** The same for a browser, which keeps a cookie instead of tokens. */
    public BrowserSession enter(LoginAttempt attempt) {
        Admitted admitted = admit(attempt, SessionTerms.BROWSER);
        return browserSession(admitted.opened(), Optional.of(admitted.deviceToken()));
    }

    /**
     * Lets somebody in whom a realm elsewhere vouches for, which asks for a second factor itself;
     * empty for a deactivated account.
     */
    public Optional<BrowserSession> enter(PasswordRealm.Vouched vouched) {
        SessionTerms terms = SessionTerms.BROWSER.through(vouched.realm()).withoutPassword();
        return sessions.open(vouched.user(), terms)
                .map(opened -> browserSession(opened, Optional.empty()));
    }

    private Admitted admit(LoginAttempt attempt, SessionTerms terms) {
        String username = attempt.username();
        Optional<Credentials> known =
                InputRules.isUsername(username) ? sessions.credentials(username) : Optional.empty();
        Optional<UUID> device =
                known.flatMap(found ->
                        attempt.deviceToken().flatMap(token -> devices.check(found.user(), token)));
        SessionStore.Opened opened =
                guard.guarded(
                        lanes(attempt, device),
                        known.map(Credentials::user),
                        () -> checked(known, attempt, device.isPresent(), terms));
        UserId user = opened.session().user();
        return new Admitted(opened, devices.issue(user, device.orElseGet(UUID::randomUUID)));
    }

    private static List<AttemptLane> lanes(LoginAttempt attempt, Optional<UUID> device) {
        if (device.isPresent()) {
            return List.of(AttemptLane.ofDevice(device.get()));
        }
        List<AttemptLane> lanes = new ArrayList<>();
        lanes.add(AttemptLane.ofAccount(attempt.username()));
        attempt.network().map(AttemptLane::ofNetwork).ifPresent(lanes::add);
        return lanes;
    }

    private SessionStore.Opened checked(
            Optional<Credentials> known,
            LoginAttempt attempt,
            boolean onKnownDevice,
            SessionTerms terms) {
        String password = attempt.password();
        String hash = known.filter(Credentials::active).map(Credentials::hash).orElse(null);
        // Even an absurd password is checked, or its quick refusal would tell.
        boolean fits = password.length() <= LONGEST_PASSWORD;
        String tried = fits ? password : "";
        boolean matches =
                onKnownDevice ? hashing.matchesOfKnown(tried, hash) : hashing.matches(tried, hash);
        if (matches && fits && known.isPresent()) {
            factors.require(known.get().user(), attempt.factor());
            return sessions.open(known.get(), stronger(password, hash), terms)
                    .orElseThrow(SignIn::refused);
        }
        Optional<PasswordRealm.Vouched> vouched =
                fits && known.map(Credentials::hash).isEmpty()
                        ? elsewhere.check(attempt.username(), password)
                        : Optional.empty();
        vouched.ifPresent(somebody -> factors.require(somebody.user(), attempt.factor()));
        return vouched.flatMap(
                        somebody -> sessions.open(somebody.user(), terms.through(somebody.realm())))
                .orElseThrow(() -> {
                    sessions.noteRefusal(
                            known.map(Credentials::user).orElse(null), reason(known.orElse(null)));
                    return refused();
                });
    }

    /**
     * Spends the refresh token; a token spent before ends the whole sign-in, thief's and owner's.
     */
    public SignedIn refresh(String refreshToken) {
        Optional<SessionStore.Opened> opened =
                Secret.parse(Secret.Kind.REFRESH, refreshToken).flatMap(sessions::rotate);
        return opened.map(this::signedIn)
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.UNAUTHENTICATED,
                                "The refresh token is not valid any more; sign in again."));
    }

    /** Ends the sign-in the refresh token belongs to. Nothing tells whether there was one. */
    public void logout(String refreshToken) {
        Secret.parse(Secret.Kind.REFRESH, refreshToken)
                .flatMap(sessions::end)
                .ifPresent(this::forget);
    }

    /** Ends what a browser was signed in with, whose cookie is overwritten, if that was open. */
    public void leave(String browserCookie) {
        Secret.parse(Secret.Kind.BROWSER, browserCookie)
                .flatMap(sessions::end)
                .ifPresent(this::forget);
    }

    /** Ends this sign-in. */
    public void logout(SessionKey session) {
        forget(sessions.end(session));
    }

    private @Nullable String stronger(String password, @Nullable String hash) {
        return hash != null && hashing.isOutdated(hash) ? hashing.hash(password) : null;
    }

    private SignedIn signedIn(SessionStore.Opened opened) {
        return new SignedIn(
                accessTokens.issue(opened.caller(), opened.session(), IdentitySettings.ACCESS),
                IdentitySettings.ACCESS,
                opened.secret().text(),
                IdentitySettings.REFRESH,
                opened.passwordChangeRequired(),
                opened.secondFactorSetupRequired(),
                Optional.empty());
    }

    private static BrowserSession browserSession(
            SessionStore.Opened opened, Optional<String> deviceToken) {
        return new BrowserSession(
                opened.secret().text(),
                IdentitySettings.BROWSER,
                opened.passwordChangeRequired(),
                opened.secondFactorSetupRequired(),
                deviceToken);
    }

    private void forget(SessionKey session) {
        accountChanged.fire(new AccountChanged(session.user(), "", false));
    }

    private static String reason(@Nullable Credentials known) {
        if (known == null) {
            return "unknown-user";
        }
        return known.active() ? "wrong-password" : "inactive";
    }

    private static Problem refused() {
        return new Problem(
                ProblemCode.UNAUTHENTICATED, "The username or the password is not right.");
    }

    private record Admitted(SessionStore.Opened opened, String deviceToken) {}
}
