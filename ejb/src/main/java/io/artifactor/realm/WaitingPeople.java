package io.artifactor.realm;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What people are told who have no account yet because somebody has their name or address. */
@ApplicationScoped
class WaitingPeople {

    @Inject private AccountLinks links;
    @Inject private RealmSettings settings;

    /** The same whether an offer is sent or not. */
    public Problem problem(RealmProfile profile) {
        links.offer(profile);
        String hope =
                settings.linksByEmail(profile.realm())
                        ? " If your address is confirmed here, a link is on its way to it."
                        : "";
        return new Problem(
                ProblemCode.CONFLICT,
                "There is an account of this name or address already. An administrator has to say"
                        + " whether it is the same person's."
                        + hope);
    }
}
