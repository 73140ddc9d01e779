package io.artifactor.it.realm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Signing in with name and password of a directory in which people's entries name their groups. */
class MemberOfIT extends DirectoryContract {

    @BeforeAll
    static void moveIn() throws IOException {
        assumeTrue(OpenLdap.isInstalled(), "There is no slapd here.");
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "memberof-");
        RealmServer.stage()
                .ask(
                        TestingDirectory.ofMemberOf(folder),
                        RealmServer.Stage.FIRST,
                        Map.of("ARTIFACTOR_LDAP_MEMBER_OF", "memberOf"));
    }

    @AfterAll
    static void moveOut() throws IOException {
        RealmServer.stage().askTheFirst();
    }

    @Override
    String called(String name) {
        return "mo-" + name;
    }
}
