package io.artifactor.identity;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a second factor beside a password that was right, and looks at what is given. The lanes
 * in which attempts are counted are the business of whoever asks.
 */
@ApplicationScoped
class FactorQuestion {

    private static final String RECOVERY = "one of your recovery codes";

    @Inject private FactorRows rows;
    @Inject private FactorCodes codes;
    @Inject private FactorKeys keys;
    @Inject private SessionStore sessions;

    /** Refuses who has a second factor and gave none, or none that is right. */
    public void require(UserId user, FactorProof given) {
        FactorKinds kinds = rows.kinds(user);
        if (!kinds.any()) {
            return;
        }
        if (!given.isGiven()) {
            throw asked(user, kinds);
        }
        Optional<String> wrong = wrong(user, given);
        if (wrong.isPresent()) {
            sessions.noteRefusal(user, wrong.get());
            throw new Problem(ProblemCode.SECOND_FACTOR_REFUSED, refusal(given));
        }
    }

    /** Why it is not right, for the audit log; empty for what is. From now on it was used. */
    public Optional<String> wrong(UserId user, FactorProof given) {
        if (given.key().isPresent()) {
            return keys.wrong(user, given.key().get());
        }
        boolean right = given.code().filter(code -> codes.spend(user, code)).isPresent();
        return right ? Optional.empty() : Optional.of("wrong-code");
    }

    /** What the owner of the account is told of one that is wrong. */
    private static String refusal(FactorProof given) {
        return given.key().isPresent()
                ? "The answer of the security key is not right, or came too late; ask it again."
                : "The code is not right, or was used before; wait for the next one.";
    }

    private Problem asked(UserId user, FactorKinds kinds) {
        Map<String, Object> data = new HashMap<>();
        data.put("kinds", kinds.names());
        Optional<KeyRequest> request = kinds.keys() ? keys.ask(user) : Optional.empty();
        request.ifPresent(it -> data.put("keyRequest", it));
        return new Problem(ProblemCode.SECOND_FACTOR_REQUIRED, question(kinds), data);
    }

    private static String question(FactorKinds kinds) {
        if (!kinds.keys()) {
            return "Give the one-time code of your app as well, or " + RECOVERY + ".";
        }
        if (!kinds.codes()) {
            return "Use your security key as well, which takes a browser, or give "
                    + RECOVERY
                    + ". Elsewhere a personal token does, or one-time codes set up beside the key.";
        }
        return "Use your security key as well, or give the one-time code of your app or "
                + RECOVERY
                + ".";
    }
}
