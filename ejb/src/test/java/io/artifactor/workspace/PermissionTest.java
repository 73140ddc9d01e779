package io.artifactor.workspace;

import static io.artifactor.workspace.Permission.EDIT;
import static io.artifactor.workspace.Permission.MANAGE;
import static io.artifactor.workspace.Permission.OWN;
import static io.artifactor.workspace.Permission.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PermissionTest {

    private static Set<Permission> of(WorkspaceRole role, boolean archived) {
        Set<Permission> given = EnumSet.noneOf(Permission.class);
        for (Permission permission : Permission.values()) {
            if (permission.isGivenTo(role, archived)) {
                given.add(permission);
            }
        }
        return given;
    }

    @Test
    void eachRoleMayWhatTheLaterOnesMay() {
        assertThat(of(WorkspaceRole.VIEWER, false)).containsExactly(READ);
        assertThat(of(WorkspaceRole.EDITOR, false)).containsExactly(READ, EDIT);
        assertThat(of(WorkspaceRole.ADMIN, false)).containsExactly(READ, EDIT, MANAGE);
        assertThat(of(WorkspaceRole.OWNER, false)).containsExactly(READ, EDIT, MANAGE, OWN);
    }

    @Test
    void nobodyEditsWhatIsArchivedAndAllElseStays() {
        for (WorkspaceRole role : WorkspaceRole.values()) {
            Set<Permission> open = of(role, false);
            open.remove(EDIT);
            assertThat(of(role, true)).isEqualTo(open);
        }
    }

    @Test
    void aRefusalToEditSaysWhetherTheRoleOrTheArchiveIsTheReason() {
        assertThat(EDIT.refusal(true)).contains("archived");
        assertThat(EDIT.refusal(false)).contains("editor");
        assertThat(OWN.refusal(true)).contains("owner");
    }
}
