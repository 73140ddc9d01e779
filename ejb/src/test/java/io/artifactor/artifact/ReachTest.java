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

    private static Reach reach(
            UserId user, Set<WorkspaceId> own, Set<UUID> answeredFor, Set<UUID> granted) {
        return new Reach(user, own, ReadingScope.all(user, own, answeredFor), granted);
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
        UserId user = UserId.next();
        UserId other = UserId.next();
        List<UUID> others =
                workspaces.stream().map(it -> ReadingScope.privateOf(it, other)).toList();
        Set<WorkspaceId> own = some(workspaces, random);
        Set<UUID> answeredFor = some(others, random);
        Set<UUID> granted = some(artifacts.stream().map(ArtifactId::value).toList(), random);
        Reach reach = reach(user, own, answeredFor, granted);

        for (WorkspaceId workspace : workspaces) {
            for (ArtifactId artifact : artifacts) {
                for (Visibility visibility : Visibility.values()) {
                    for (UserId owner : List.of(user, other)) {
                        UUID scope = ReadingScope.of(visibility, workspace, owner);
                        boolean may =
                                switch (visibility) {
                                    case PUBLIC -> true;
                                    case SHARED -> own.contains(workspace);
                                    case PRIVATE ->
                                            owner.equals(user)
                                                    ? own.contains(workspace)
                                                    : answeredFor.contains(scope);
                                };
                        boolean reads = may || granted.contains(artifact.value());
                        agree(reach, scope, artifact, reads);
                        agree(reach.within(workspace), scope, artifact, reads);
                    }
                }
            }
        }
    }

    private static void agree(Reach reach, UUID scope, ArtifactId artifact, boolean may) {
        boolean found = !Collections.disjoint(reach.tokens(), Reach.tokensOf(scope, artifact));
        assertThat(found).isEqualTo(may);
        assertThat(reach.includes(scope, artifact)).isEqualTo(may);
    }

    @Test
    void whereNothingIsGrantedTheQueryAsksForWorkspacesAlone() {
        Reach without = reach(UserId.next(), Set.of(WorkspaceId.next()), Set.of(), Set.of());
        Reach with = reach(UserId.next(), Set.of(), Set.of(), Set.of(UUID.randomUUID()));

        assertThat(without.condition()).doesNotContain(":granted");
        assertThat(with.condition())
                .startsWith("(")
                .contains(":readable", ":granted")
                .endsWith(")");
    }

    /** What PostgreSQL makes of the same; {@code VisibilityIT} asks it of every row. */
    @Test
    void aPrivateScopeIsTheSameInEveryVersion() {
        WorkspaceId workspace =
                new WorkspaceId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
        UserId owner = new UserId(UUID.fromString("00000000-0000-7000-8000-000000000002"));

        assertThat(ReadingScope.of(Visibility.PRIVATE, workspace, owner))
                .isEqualTo(UUID.fromString("37a46966-99c5-0f33-91c1-c31c091a59b7"));
        assertThat(ReadingScope.of(Visibility.SHARED, workspace, owner))
                .isEqualTo(workspace.value());
        assertThat(ReadingScope.of(Visibility.PUBLIC, workspace, owner))
                .isEqualTo(ReadingScope.EVERYBODY);
    }
}
