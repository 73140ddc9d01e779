package io.artifactor.identity;

import com.fasterxml.uuid.Generators;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The door to the caller's own security keys and passkeys, a second factor beside one-time codes.
 * Whoever lets people in sees to it that adding and removing follow a password and a second factor
 * given lately.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SecurityKeys {

    private static final int NAME_LENGTH = 60;

    /** What browsers know; others are left out, as the standard asks. */
    private static final Set<String> TRANSPORTS =
            Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    @Inject private KeyRows rows;
    @Inject private FactorKeys keys;
    @Inject private FactorChanges changes;
    @Inject private OwnPassword ownPassword;
    @Inject private Accounts accounts;

    /** The caller's, the first added first. */
    public List<SecurityKey> listOf(Caller caller) {
        return rows.of(caller.user());
    }

    /** What a new key is to sign. */
    public KeyOffer begin(Caller caller) {
        // Who signs in through a provider has a problem here: the provider asks them.
        ownPassword.check(caller.user());
        return keys.offer(caller, accounts.me(caller).displayName());
    }

    /** With what it signed, the key counts; see {@link SecondFactors#confirm}. */
    public AddedKey finish(Caller caller, SessionKey session, KeyRegistration registration) {
        String name = InputRules.line("name", registration.name(), NAME_LENGTH);
        StoredKey key = checked(caller, registration);
        UUID id = Generators.timeBasedEpochRandomGenerator().generate();
        List<String> transports =
                registration.transports().stream()
                        .filter(TRANSPORTS::contains)
                        .distinct()
                        .sorted()
                        .toList();
        List<RecoveryCode> codes = changes.addKey(session, id, name, key, transports);
        return new AddedKey(id, codes.stream().map(RecoveryCode::text).toList());
    }

    /** What one of the caller's keys is to sign, for whoever asks for a second factor again. */
    public KeyRequest ask(Caller caller) {
        return keys.ask(caller.user())
                .orElseThrow(() ->
                        new Problem(ProblemCode.CONFLICT, "There is no security key to use here."));
    }

    public void remove(Caller caller, UUID id) {
        if (!changes.removeKey(caller, id)) {
            throw Problem.notFound("security key", id);
        }
    }

    private StoredKey checked(Caller caller, KeyRegistration registration) {
        try {
            return keys.registered(caller.user(), registration);
        } catch (WrongKey e) {
            changes.noteRefusal(caller, e.reason());
            throw Problem.invalid(
                    "attestation",
                    "is not what was asked for, or came too late; begin again with POST"
                            + " /api/v1/auth/security-keys.");
        }
    }
}
