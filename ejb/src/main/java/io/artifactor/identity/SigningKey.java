package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** The key that signs access tokens: an EC key on P-256, kept as a JSON Web Key. */
final class SigningKey {

    private SigningKey() {}

    /** The key in a file that must be there. */
    static ECKey read(Path file) {
        try {
            ECKey key = ECKey.parse(Files.readString(file));
            if (!key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw unusable(file, "it is not a private key on the curve P-256", null);
            }
            return new ECKey.Builder(key).keyIDFromThumbprint().build();
        } catch (NoSuchFileException e) {
            throw unusable(file, "there is no such file", e);
        } catch (IOException e) {
            throw unusable(file, "it cannot be read", e);
        } catch (ParseException | IllegalArgumentException | JOSEException e) {
            // The parser's own message may quote the key.
            throw unusable(file, "it is not a JSON Web Key of type EC", null);
        }
    }

    /** The key in the file, which is created if it is not there; nodes that race get one key. */
    static ECKey readOrCreate(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
        } catch (IOException | JOSEException e) {
            throw unusable(file, "it cannot be created", e);
        }
        return read(file);
    }

    // A hard link to a complete file appears at once and fails if another node was faster.
    private static void create(Path file) throws IOException, JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).generate();
        PrivateFiles.createDirectory(file.toAbsolutePath().getParent());
        Path complete = PrivateFiles.writeBeside(file, key.toJSONString().getBytes(UTF_8));
        try {
            Files.createLink(file, complete);
        } catch (FileAlreadyExistsException e) {
            // The other node's key is ours too.
        } finally {
            Files.deleteIfExists(complete);
        }
    }

    private static IllegalStateException unusable(
            Path file, String why, @Nullable Throwable cause) {
        return new IllegalStateException(
                "The signing key %s cannot be used: %s. Give another with ARTIFACTOR_SIGNING_KEY_FILE."
                        .formatted(file, why),
                cause);
    }
}
