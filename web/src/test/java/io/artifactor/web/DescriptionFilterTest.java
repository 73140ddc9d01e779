package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionFilterTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/artifacts, getArtifacts",
        "GET, /api/v1/artifacts/{id}, getArtifactsById",
        "POST, /api/v1/artifacts/batch-download, postArtifactsBatchDownload",
        "GET, /api/v1/artifacts/{id}/versions/{versionId}, getArtifactsByIdVersionsByVersionId",
        "POST, /api/artifacts/sync, postApiArtifactsSync"
    })
    void anOperationIsNamedByItsPath(HttpMethod method, String path, String name) {
        assertThat(DescriptionFilter.idOf(method, path)).isEqualTo(name);
    }
}
