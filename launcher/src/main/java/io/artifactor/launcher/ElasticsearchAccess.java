package io.artifactor.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Who may do what in the embedded Elasticsearch: one user, with the role that operators give theirs
 * too, and no superuser. Both stand in files of its configuration, so that nothing has to be asked
 * of a node that runs, and a secret that was lost is replaced by the next start.
 */
final class ElasticsearchAccess {
    static final String USER = "artifactor";

    /** The built-in users, a superuser among them, are those of this realm. */
    static final Map<String, String> SETTINGS =
            Map.of("xpack.security.authc.reserved_realm.enabled", "false");

    private static final String ROLE = "artifactor";

    /** The sizes are Elasticsearch's: it finds the parts of a hash by them. */
    private static final int SALT_BYTES = 32;

    private static final int HASH_BITS = 256;
    private static final int ROUNDS = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ElasticsearchAccess() {}

    /** Writes the user and the role, in place of all that were there. */
    static void write(Path config, String password) throws IOException {
        Files.writeString(config.resolve("roles.yml"), ROLE + ": " + role() + "\n");
        Files.writeString(config.resolve("users"), USER + ":" + hash(password) + "\n");
        Files.writeString(config.resolve("users_roles"), ROLE + ":" + USER + "\n");
    }

    /** In one line, because a line that is not indented begins the next role. JSON is YAML too. */
    private static String role() throws IOException {
        try (InputStream in =
                ElasticsearchAccess.class.getResourceAsStream("elasticsearch-role.json")) {
            if (in == null) {
                throw new StartFailure(
                        "elasticsearch-role.json is missing from the launcher's jar.");
            }
            return new String(in.readAllBytes(), UTF_8).strip().replaceAll("\\s*\\R\\s*", " ");
        }
    }

    private static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        PBEKeySpec key = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS);
        try {
            byte[] hash =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                            .generateSecret(key)
                            .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "{PBKDF2}%d$%s$%s"
                    .formatted(ROUNDS, base64.encodeToString(salt), base64.encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has PBKDF2 with SHA-512", e);
        } finally {
            key.clearPassword();
        }
    }
}
