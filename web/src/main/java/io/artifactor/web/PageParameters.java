package io.artifactor.web;

import io.artifactor.paging.PageRequest;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which page of a list is asked for, the same for every list. */
public class PageParameters {

    @QueryParam("size")
    @Parameter(
            description = "How many items a page has at most",
            schema = @Schema(minimum = "1", maximum = "200", defaultValue = "20"))
    @Nullable Integer size;

    @QueryParam("page")
    @Parameter(
            description =
                    "The number of the page, down to 10,000 rows; deeper, and faster, with `cursor`",
            schema = @Schema(minimum = "1", maximum = "10000", defaultValue = "1"))
    @Nullable Integer page;

    @QueryParam("cursor")
    @Parameter(description = "`next` of the page before; with the same filters and order")
    @Nullable String cursor;

    @QueryParam("total")
    @Parameter(
            description = "Whether to count the whole list too, which takes longer",
            schema = @Schema(defaultValue = "false"))
    @Nullable Boolean total;

    /** The page as the lists take it. */
    public PageRequest request() {
        return PageRequest.of(size, page, cursor, total);
    }
}
