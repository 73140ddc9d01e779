package io.artifactor.identity;

/**
 * The secret of a link to something shared, shown once.
 *
 * @param text what opens the link
 * @param prefix its first characters, to tell one from another
 * @param hash what is kept instead of it
 */
public record LinkKey(String text, String prefix, String hash) {

    @Override
    public String toString() {
        return "LinkKey[" + prefix + "…]";
    }
}
