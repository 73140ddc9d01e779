package io.artifactor.it.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Makes accounts, groups, sign-ins and tokens. */
class AccountThings extends NewRows {

    private final Cast cast;
    private Optional<Cast.Person> asking = Optional.empty();

    AccountThings(Cast cast) {
        this.cast = cast;
    }

    Cast cast() {
        return cast;
    }

    /** Says who will ask for what is made next. */
    final void askedBy(Optional<Cast.Person> person) {
        asking = person;
    }

    /** The password of whoever asks. */
    String password() {
        return asking.map(it -> it.user().password()).orElse("of nobody");
    }

    String token() {
        return insert(
                "personal_token (id, user_id, name, prefix, token_hash, scopes, created_at)",
                "'%1$s', '%2$s', 'old', 'art_', '%1$s', 'read', now()",
                cast().owner());
    }

    String session() {
        return insert(
                "refresh_token (id, family, token_hash, user_id, created_at, expires_at,"
                        + " started_at)",
                "'%1$s', '%1$s', '%1$s', '%2$s', now(), now() + interval '1 day', now()",
                cast().owner());
    }

    String device() {
        return insert(
                "known_device (user_id, device, first_seen_at, last_seen_at)",
                "'%2$s', '%1$s', now(), now()",
                cast().owner());
    }

    String group() {
        return insert(
                "user_group (id, name, created_at, updated_at)",
                "'%1$s', '%1$s', now(), now()",
                "");
    }

    /** Somebody who is in that group alone. */
    String groupMember(String group) {
        String user = account();
        insert(
                "group_member (group_id, user_id, since)",
                "'%s', '%s', now()".formatted(group, user));
        return user;
    }

    /** A legal hold on something long gone. */
    String hold() {
        return insert(
                "legal_hold (id, name, reason, subject_kind, subject_id, placed_by, placed_at,"
                        + " revision)",
                "'%1$s', 'Case', 'Asked for', 'artifact', '%1$s', '%2$s', now(), 0",
                cast().owner());
    }

    String groupMapping() {
        return insert(
                "group_mapping (id, realm, group_name, role, created_at)",
                "'%1$s', 'oidc', '%1$s', 'auditor', now()",
                "");
    }

    /** Somebody of a realm who uses an account of their own. */
    String realmIdentity() {
        return insert(
                "realm_identity (id, realm, subject, username, user_id, first_seen_at,"
                        + " last_seen_at)",
                "'%1$s', 'oidc', '%1$s', '%1$s', '%2$s', now(), now()",
                account());
    }

    /** A user nobody signs in as. */
    String account() {
        String id =
                insert(
                        "app_user (id, username, display_name, created_at, updated_at)",
                        "'%1$s', '%1$s', 'Nobody', now(), now()",
                        "");
        insert("user_role (user_id, role)", "'%s', 'user'".formatted(id));
        return id;
    }

    /** A user whose second factor nobody has at hand. */
    String accountWithSecondFactor() {
        String id = account();
        insert(
                "second_factor (user_id, secret, begun_at, confirmed_at)",
                "'%s', '', now(), now()".formatted(id));
        return id;
    }

    /** Of whoever asks; a token removes none, and nobody is to have one left. */
    String securityKey() {
        return insert(
                "security_key (id, user_id, credential, public_key, model, sign_count,"
                        + " backup_eligible, backed_up, transports, name, added_at)",
                "'%1$s', '%2$s', decode(replace('%1$s', '-', ''), 'hex'), '', '%1$s', 0, false,"
                        + " false, '', 'old', now()",
                asking.filter(it -> it.token().equals(Optional.of(it.user().token())))
                        .map(Cast.Person::id)
                        .orElseGet(this::account));
    }

    /** What renews a sign-in of the guest. */
    String refreshToken() {
        String secret = secret("arr_");
        insert(
                "refresh_token (id, family, token_hash, user_id, created_at, expires_at,"
                        + " started_at)",
                "'%1$s', '%1$s', '%3$s', '%2$s', now(), now() + interval '1 day', now()"
                        .formatted(id(), cast.guest(), hash(secret)));
        return secret;
    }

    /** What opens the way to a new password of an account. */
    String resetToken() {
        String secret = secret("arp_");
        insert(
                "password_reset (user_id, token_hash, created_at, expires_at)",
                "'%s', '%s', now(), now() + interval '1 hour'".formatted(account(), hash(secret)));
        return secret;
    }

    /** What links somebody who waits to the account of their address. */
    String linkToken() {
        String account =
                insert(
                        "app_user (id, username, display_name, email, email_confirmed_at,"
                                + " created_at, updated_at)",
                        "'%1$s', '%1$s', 'Nobody', '%1$s@acme.example', now(), now(), now()",
                        "");
        String identity =
                insert(
                        "realm_identity (id, realm, subject, username, first_seen_at,"
                                + " last_seen_at)",
                        "'%1$s', 'saml', '%1$s', '%1$s', now(), now()",
                        "");
        String secret = secret("arl_");
        insert(
                "realm_link (identity_id, user_id, address, token_hash, created_at, expires_at)",
                "'%1$s', '%2$s', '%2$s@acme.example', '%3$s', now(), now() + interval '1 hour'"
                        .formatted(identity, account, hash(secret)));
        return secret;
    }

    private static String secret(String kind) {
        String letters = (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        return kind + letters.substring(0, 43);
    }

    static String hash(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
