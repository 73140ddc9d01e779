package io.artifactor.cli;

import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server that signs in, and a home in which nobody did before. */
abstract class LoginTest {

    static final String SESSION =
            """
            {"accessToken":"jwt","tokenType":"Bearer","expiresIn":900,"refreshToken":"refresh",
             "refreshExpiresIn":86400,"passwordChangeRequired":%s}\
            """;

    @TempDir Path home;

    final TestingServer server = new TestingServer().signedIn();

    @BeforeEach
    void theServerSignsIn() {
        server.on("POST /auth/login", Answer.json(SESSION.formatted(false)));
        server.on(
                "POST /auth/tokens",
                Answer.created("{\"id\":\"t1\",\"name\":\"n\",\"token\":\"art_fresh\"}"));
        server.on("POST /auth/logout", Answer.empty());
    }

    @AfterEach
    void close() {
        server.close();
    }

    TestingCommand login(String... lines) {
        return new TestingCommand(home).with("ARTIFACTOR_URL", server.url()).typing(lines);
    }
}
