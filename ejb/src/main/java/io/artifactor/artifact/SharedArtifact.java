package io.artifactor.artifact;

/**
 * What a share link opens at this moment.
 *
 * @param version the one the link shows
 * @param locked whether the guest has yet to give the link's password
 */
public record SharedArtifact(
        ShareLink link, Artifact artifact, ArtifactVersion version, boolean locked) {

    SharedArtifact unlocked() {
        return new SharedArtifact(link, artifact, version, false);
    }
}
