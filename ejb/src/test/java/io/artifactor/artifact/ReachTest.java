package io.artifactor.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.identity.UserId;
import io.artifactor.workspace.WorkspaceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static <T> Set<T> some(List<T> all, Random random) {
        Set<T> some = new HashSet<>();
        all.stream().filter(each -> random.nextBoolean()).forEach(some::add);
        return some;
    }

    @RepeatedTest(200)
    void inAnyWorldTheTokensDecideAsTheDecisionDoes() {
        Random random = new Random();
        List<WorkspaceId> workspaces = new ArrayList<>();
        List<ArtifactId> artifacts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            workspaces.add(WorkspaceId.next());
            artifacts.add(ArtifactId.next());
        }
        Reach reach =
                new Reach(
                        UserId.next(),
                        some(workspaces, random),
                        some(artifacts.stream().map(ArtifactId::value).toList(), random));

        for (WorkspaceId workspace : workspaces) {
            for (ArtifactId artifact : artifacts) {
                boolean found =
                        !Collections.disjoint(reach.tokens(), Reach.tokensOf(workspace, artifact));
                assertThat(found).isEqualTo(reach.includes(workspace, artifact));
            }
        }
    }

    @Test
    void whereNothingIsGrantedTheQueryAsksForWorkspacesAlone() {
        Reach without = new Reach(UserId.next(), Set.of(WorkspaceId.next()), Set.of());
        Reach with = new Reach(UserId.next(), Set.of(), Set.of(UUID.randomUUID()));

        assertThat(without.condition()).doesNotContain(":granted");
        assertThat(with.condition())
                .startsWith("(")
                .contains(":readable", ":granted")
                .endsWith(")");
    }
}
