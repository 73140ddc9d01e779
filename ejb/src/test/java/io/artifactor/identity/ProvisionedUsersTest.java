package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisionedUsersTest {

    @ParameterizedTest
    @CsvSource({
        "anna, anna",
        "anna.weber@acme.example, anna.weber",
        "ACME\\anna, ACME-anna",
        "żółw, ---w",
        "x, user-x",
        "@acme, user-"
    })
    void whoeverComesIsCalledSomethingThatDoes(String elsewhere, String here) {
        assertThat(ProvisionedUsers.profile(elsewhere, null, null).username()).isEqualTo(here);
    }

    @Test
    void whatDoesNotDoIsLeftOut() {
        User.Profile profile = ProvisionedUsers.profile("anna", "two\nlines", "not an address");

        assertThat(profile.displayName()).isEqualTo("anna");
        assertThat(profile.email()).isNull();
    }

    @Test
    void aNameThatIsTooLongIsCut() {
        assertThat(ProvisionedUsers.profile("a".repeat(300), null, null).username()).hasSize(64);
    }
}
