package io.artifactor.artifact;

/**
 * A share link as it is handed out, once.
 *
 * @param secret what opens it; not to be had again
 * @param url where people open it
 */
public record IssuedShareLink(ShareLink link, String secret, String url) {

    @Override
    public String toString() {
        return "IssuedShareLink[" + link.id() + "]";
    }
}
