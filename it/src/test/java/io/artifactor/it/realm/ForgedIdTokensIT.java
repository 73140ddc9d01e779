package io.artifactor.it.realm;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.it.ServerTest;
import io.artifactor.launcher.Part;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The provider answers a code with an ID token that is not as it is to be. */
@ExtendWith(ForgingServer.class)
class ForgedIdTokensIT extends ServerTest {

    @Test
    void theTokenAsItIsToBeOpens() {
        String somebody = somebody();
        try (Visitor visitor = visitor("Sound/1.0")) {
            assertThat(come(visitor, somebody, IdTokenForgery.NONE)).isEqualTo(somebody);
        }
        assertThat(subjects()).contains(provider().issuer() + "|" + somebody);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void aForgedTokenOpensNothing(IdTokenForgery forgery) {
        String somebody = somebody();
        try (Visitor visitor = visitor("Sound/1.0")) {
            assertThat(come(visitor, somebody, forgery)).isEqualTo("nobody");
            assertThat(visitor.cookie("artifactor")).isEmpty();
        }
        assertThat(subjects())
                .noneMatch(subject -> subject.contains(somebody) || subject.contains("else"));
    }

    @Test
    void metadataThatTellOfAnotherProviderOpenNothing() throws IOException {
        String somebody = somebody();
        try (Visitor visitor = visitor(ForgingServer.MISLED)) {
            assertThat(come(visitor, somebody, IdTokenForgery.OF_WHAT_OTHER_METADATA_CALL_IT))
                    .isEqualTo("nobody");
        }
        assertThat(subjects()).noneMatch(subject -> subject.contains(somebody));
        // The container believed them.
        assertThat(Files.readString(ForgingServer.stage().server().log(Part.SERVER)))
                .contains("calls itself " + provider().misnamed());
    }

    /** Who is signed in afterwards. */
    private static String come(Visitor visitor, String somebody, IdTokenForgery forgery) {
        provider().letIn(somebody, forgery);
        Visitor.Page page = visitor.get(url("/sso/oidc"));
        assertThat(page.body()).doesNotContain("Exception", "\tat ");
        Visitor.Page me = visitor.get(url("/api/v1/auth/me"));
        return me.status() == 200 ? new JsonPath(me.body()).getString("username") : "nobody";
    }

    private static List<String> subjects() {
        return as(administrator())
                .queryParam("size", 200)
                .get("/realm-identities")
                .path("items.subject");
    }

    private static String somebody() {
        return "f-" + UUID.randomUUID();
    }

    private static ForgingProvider provider() {
        return ForgingServer.stage().provider();
    }

    private static Visitor visitor(String agent) {
        return new Visitor(ForgingServer.stage().certificate().trust(), agent);
    }

    private static String url(String path) {
        return ForgingServer.stage().url() + path;
    }
}
