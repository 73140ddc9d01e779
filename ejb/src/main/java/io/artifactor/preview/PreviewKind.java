package io.artifactor.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be made of content; the first that fits is what is shown when nobody asks for one. */
public enum PreviewKind {
    MARKDOWN(
            Set.of("text/markdown", "text/x-markdown", "text/x-web-markdown"),
            Set.of("md", "markdown")),
    TABLE(Set.of("text/csv", "text/tab-separated-values"), Set.of("csv", "tsv")),
    NOTEBOOK(Set.of("application/x-ipynb+json"), Set.of("ipynb")),
    THUMBNAIL(
            Set.of("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff"),
            Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff")),
    PAGE(Set.of("application/pdf"), Set.of("pdf")),
    ARCHIVE(
            Set.of(
                    "application/zip",
                    "application/x-tar",
                    "application/gzip",
                    "application/x-gtar",
                    "application/java-archive"),
            Set.of("zip", "jar", "whl", "tar", "tgz", "gz", "bz2", "xz")),
    TEXT(
            Set.of(
                    "application/pdf",
                    "application/rtf",
                    "application/msword",
                    "application/epub+zip",
                    "message/rfc822"),
            Set.of(
                    "pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf", "doc", "xls", "ppt",
                    "epub", "eml"));

    private final Set<String> mediaTypes;
    private final Set<String> extensions;

    PreviewKind(Set<String> mediaTypes, Set<String> extensions) {
        this.mediaTypes = mediaTypes;
        this.extensions = extensions;
    }

    /** Its name for clients and workers. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is there before somebody asks, for search and for lists with pictures. */
    boolean isMadeUnasked() {
        return this == TEXT || this == THUMBNAIL || this == PAGE;
    }

    public static Optional<PreviewKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** What may be made of such content; a name counts where the type says nothing. */
    public static List<PreviewKind> fitting(String mediaType, String fileName) {
        List<PreviewKind> kinds = new ArrayList<>();
        for (PreviewKind kind : values()) {
            if (kind.fits(mediaType) || (saysNothing(mediaType) && kind.fitsName(fileName))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private boolean fits(String mediaType) {
        return mediaTypes.contains(mediaType) || (this == TEXT && isOffice(mediaType));
    }

    private boolean fitsName(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return extensions.contains(lower.substring(lower.lastIndexOf('.') + 1));
    }

    private static boolean saysNothing(String mediaType) {
        return mediaType.equals("application/octet-stream") || mediaType.equals("text/plain");
    }

    private static boolean isOffice(String mediaType) {
        return mediaType.startsWith("application/vnd.openxmlformats-officedocument.")
                || mediaType.startsWith("application/vnd.oasis.opendocument.")
                || mediaType.startsWith("application/vnd.ms-");
    }
}
