package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Signing in with name and password of a directory (LDAP). */
class DirectoryIT extends DirectoryContract {

    @Override
    String called(String name) {
        return name;
    }

    @Test
    void theDirectoryIsAnOpenLdap() {
        assumeTrue(
                OpenLdap.isInstalled(),
                "There is no slapd here; the tests ask a directory in memory.");

        assertThat(directory().isReal()).isTrue();
    }
}
