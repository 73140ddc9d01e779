package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminNetworksTest {

    private static final String INSIDE = "10.1.2.3";
    private static final String OUTSIDE = "203.0.113.9";

    private final AdminNetworks networks =
            new AdminNetworks(Optional.of("10.1.0.0/16, 192.0.2.7,fd00:1::/64"));

    private static Authenticated somebody(Role... roles) {
        UserId user = UserId.next();
        return new Authenticated(
                new Caller(user, "ada", Set.of(roles)),
                Set.of(TokenScope.values()),
                Optional.of(new SessionKey(user, UUID.randomUUID())),
                Optional.empty(),
                true,
                true);
    }

    @ParameterizedTest
    @ValueSource(strings = {INSIDE, "10.1.255.255", "192.0.2.7", "fd00:1::9", "::ffff:10.1.2.3"})
    void insideEverythingCounts(String from) {
        Authenticated found = somebody(Role.ADMIN, Role.AUDITOR, Role.USER);

        assertThat(networks.seen(found, from)).isSameAs(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OUTSIDE,
                "10.2.0.1",
                "192.0.2.8",
                "fd00:1:0:1::9",
                "::1",
                "127.0.0.1",
                "unknown",
                ""
            })
    void elsewhereTheRestOfTheirRolesCounts(String from) {
        Authenticated found = somebody(Role.ADMIN, Role.AUDITOR, Role.USER);

        Authenticated seen = networks.seen(found, from);

        assertThat(seen.caller().roles()).containsExactly(Role.USER);
        assertThat(seen.caller().withheld()).containsExactlyInAnyOrder(Role.ADMIN, Role.AUDITOR);
        assertThat(seen)
                .usingRecursiveComparison()
                .ignoringFields("caller.roles", "caller.withheld")
                .isEqualTo(found);
    }

    @Test
    void whatWasFoundIsAsItWasForTheNextRequest() {
        Authenticated found = somebody(Role.ADMIN, Role.USER);

        networks.seen(found, OUTSIDE);

        assertThat(networks.seen(found, INSIDE).caller().is(Role.ADMIN)).isTrue();
    }

    @Test
    void whoIsNothingElseIsNothingElsewhere() {
        assertThat(networks.seen(somebody(Role.AUDITOR), OUTSIDE).caller().roles()).isEmpty();
    }

    @Test
    void ordinaryUsersAreTheSameEverywhere() {
        Authenticated found = somebody(Role.USER);

        assertThat(networks.seen(found, OUTSIDE)).isSameAs(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void whereNoneAreNamedAllCountFromAnywhere(String configured) {
        Authenticated found = somebody(Role.ADMIN);

        assertThat(new AdminNetworks(Optional.empty()).seen(found, OUTSIDE)).isSameAs(found);
        assertThat(new AdminNetworks(Optional.of(configured)).seen(found, "")).isSameAs(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", " , ", "localhost", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.1;::1"})
    void whatIsNoListStopsTheStartByItsName(String configured) {
        assertThatThrownBy(() -> new AdminNetworks(Optional.of(configured)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ARTIFACTOR_ADMIN_NETWORKS")
                .hasMessageContaining(configured);
    }

    @Test
    void whoLacksARoleOnlyHereIsToldSoAndNotFromWhereItWouldCount() {
        Caller elsewhere = networks.seen(somebody(Role.ADMIN, Role.USER), OUTSIDE).caller();

        assertThatThrownBy(elsewhere::requireAdministrator)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN))
                .hasMessageContaining("from the networks that the operator")
                .hasMessageNotContaining("10.1");
        assertThatThrownBy(() -> elsewhere.requireAuditor("see the log"))
                .hasMessageContaining("from the networks that the operator");
    }

    @Test
    void whoLacksItAnywhereIsToldWhatTheyAlwaysWere() {
        Caller ordinary = networks.seen(somebody(Role.USER), OUTSIDE).caller();
        Caller auditor = networks.seen(somebody(Role.AUDITOR), OUTSIDE).caller();

        assertThatThrownBy(ordinary::requireAdministrator)
                .hasMessage("Only an administrator may do this.");
        assertThatThrownBy(auditor::requireAdministrator)
                .hasMessage("Only an administrator may do this.");
        assertThatThrownBy(() -> ordinary.requireAuditor("see the log"))
                .hasMessage("Only administrators and auditors may see the log.");
    }
}
