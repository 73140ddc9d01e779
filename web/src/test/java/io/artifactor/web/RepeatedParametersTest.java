package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatedParametersTest {

    static class Common {

        @QueryParam("order")
        String order = "";
    }

    static class Wanted extends Common {

        @QueryParam("tag")
        List<String> tags = List.of();

        @QueryParam("name")
        String name = "";

        @BeanParam PageParameters page = new PageParameters();
    }

    static class Resource {

        void list(
                @BeanParam Wanted wanted,
                @QueryParam("deep") boolean deep,
                @QueryParam("kind") Set<String> kinds,
                @HeaderParam("If-Match") String tag) {}
    }

    @Test
    void thoseThatTakeOneValueAreKnownWhereverTheyStand() throws NoSuchMethodException {
        assertThat(
                        RepeatedParameters.single(
                                Resource.class.getDeclaredMethod(
                                        "list",
                                        Wanted.class,
                                        boolean.class,
                                        Set.class,
                                        String.class)))
                .containsExactlyInAnyOrder(
                        "fields", "order", "name", "deep", "size", "page", "cursor", "total");
    }
}
