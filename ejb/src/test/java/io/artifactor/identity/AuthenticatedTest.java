package io.artifactor.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthenticatedTest {

    private static final Set<Role> ALL = Set.of(Role.ADMIN, Role.AUDITOR, Role.USER);

    private static Authenticated token(TokenScope... scopes) {
        Caller caller = new Caller(UserId.next(), "ada", Set.of(Role.USER));
        return new Authenticated(
                caller,
                Set.of(scopes),
                Optional.empty(),
                Optional.of(PersonalTokenId.next()),
                false,
                false);
    }

    @Test
    void aReadingTokenReadsOnly() {
        assertThat(token(TokenScope.READ).permits(true)).isTrue();
        assertThat(token(TokenScope.READ).permits(false)).isFalse();
        assertThat(token(TokenScope.READ, TokenScope.ADMIN).permits(false)).isFalse();
    }

    @Test
    void aWritingTokenReadsToo() {
        assertThat(token(TokenScope.WRITE).permits(true)).isTrue();
        assertThat(token(TokenScope.WRITE).permits(false)).isTrue();
    }

    @Test
    void aTokenWithoutTheScopeAdminIsAPlainUsers() {
        Set<TokenScope> scopes = Set.of(TokenScope.READ, TokenScope.WRITE);

        assertThat(Authentication.rolesWithin(scopes, ALL)).containsExactly(Role.USER);
        assertThat(Authentication.rolesWithin(scopes, Set.of(Role.ADMIN))).isEmpty();
        assertThat(Authentication.rolesWithin(Set.of(TokenScope.ADMIN), ALL)).isEqualTo(ALL);
        assertThat(Authentication.rolesWithin(Set.of(TokenScope.ADMIN), Set.of(Role.USER)))
                .containsExactly(Role.USER);
    }
}
