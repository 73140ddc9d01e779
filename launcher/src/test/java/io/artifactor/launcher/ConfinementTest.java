package io.artifactor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.launcher.Confinement.Account;
import io.artifactor.launcher.Confinement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfinementTest {
    private static final Account DAEMON = new Account(1, 2);
    private static final List<String> COMMAND = List.of("postgres", "-D", "data");

    @Test
    void anOrdinaryUsersChildIsOnlyBound() {
        assertThat(new Confinement(Kind.ORDINARY_USER, DAEMON).unprivileged(Signal.INT, COMMAND))
                .containsExactly(
                        "setsid", "setpriv", "--pdeathsig", "INT", "postgres", "-D", "data");
    }

    @Test
    void rootsChildLosesItsRightsInAUserNamespace() {
        assertThat(new Confinement(Kind.USER_NAMESPACE, DAEMON).unprivileged(Signal.TERM, COMMAND))
                .containsExactly(
                        "setsid",
                        "unshare",
                        "--map-user=1",
                        "--map-group=2",
                        "setpriv",
                        "--pdeathsig",
                        "TERM",
                        "postgres",
                        "-D",
                        "data");
    }

    @Test
    void rootsChildBecomesAnotherUserWhereNamespacesAreForbidden() {
        assertThat(new Confinement(Kind.OTHER_USER, DAEMON).unprivileged(Signal.TERM, COMMAND))
                .startsWith("setsid", "setpriv", "--reuid=1", "--regid=2", "--clear-groups")
                .endsWith("--pdeathsig", "TERM", "postgres", "-D", "data");
    }

    @Test
    void rootsServerKeepsItsRightsAndIsBound() {
        assertThat(new Confinement(Kind.USER_NAMESPACE, DAEMON).bound(Signal.KILL, COMMAND))
                .containsExactly(
                        "setsid", "setpriv", "--pdeathsig", "KILL", "postgres", "-D", "data");
    }

    @Test
    void withoutLinuxToolsTheCommandStaysAsItIs() {
        assertThat(new Confinement(Kind.UNBOUND, DAEMON).unprivileged(Signal.INT, COMMAND))
                .isEqualTo(COMMAND);
    }

    @Test
    void theFirstAccountThatIsNotRootsIsTaken() {
        List<String> passwd =
                List.of(
                        "# a comment",
                        "root:x:0:0:root:/root:/bin/bash",
                        "daemon:x:1:2:daemon:/:/x",
                        "bin:x:3:3::/:/x");

        assertThat(Account.firstOrdinary(passwd)).isEqualTo(new Account(1, 2));
        assertThat(Account.firstOrdinary(List.of("root:x:0:0::/root:/bin/sh")))
                .isEqualTo(Account.NOBODY);
    }
}
