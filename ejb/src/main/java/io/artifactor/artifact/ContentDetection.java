package io.artifactor.artifact;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.mime.MimeTypes;

/**
 * Finds out what content is, from its first bytes and its file name. What a sender declares only
 * says more of what the bytes already show: text may be declared to be a language, but neither can
 * a program be declared an image nor an image a page.
 */
public final class ContentDetection {

    /** How many bytes from the beginning are worth looking at. */
    public static final int HEAD = 64 * 1024;

    private static final Tika TIKA = new Tika();
    private static final Set<String> TEXT_LIKE =
            Set.of(
                    "application/json",
                    "application/xml",
                    "application/javascript",
                    "application/x-javascript",
                    "application/ecmascript",
                    "application/x-sh",
                    "application/x-httpd-php",
                    "application/yaml",
                    "application/toml",
                    "application/x-ndjson",
                    "application/x-tex",
                    "application/sql",
                    "application/x-bat",
                    "application/x-asciicast",
                    "application/vnd.jgraph.mxfile",
                    "application/vnd.ant.code",
                    "application/vnd.ant.react",
                    "application/vnd.ant.mermaid");
    private static final Set<String> ARCHIVES =
            Set.of(
                    "application/zip",
                    "application/x-tar",
                    "application/x-gtar",
                    "application/gzip",
                    "application/x-7z-compressed",
                    "application/x-rar-compressed",
                    "application/x-bzip2",
                    "application/x-xz",
                    "application/zstd",
                    "application/java-archive",
                    "application/x-wheel+zip",
                    "application/x-cpio",
                    "application/x-archive");

    private ContentDetection() {}

    /**
     * @param fileName of the content; its ending decides between kinds of text
     * @param head the first bytes of the content, up to {@link #HEAD}
     * @param declared the media type its sender gave, without parameters
     * @param language what its sender says the language is
     */
    public static ContentTraits detect(
            String fileName, byte[] head, Optional<String> declared, Optional<String> language) {
        String bytesSay = head.length == 0 ? MimeTypes.PLAIN_TEXT : TIKA.detect(head);
        Optional<ContentTable.Row> named = ContentTable.get().byFileName(fileName);
        if (isText(bytesSay)) {
            return text(bytesSay, named, declared, language);
        }
        return binary(bytesSay, TIKA.detect(head, fileName), named, declared);
    }

    /** What text with this media type and language is, where no bytes are at hand. */
    public static ContentTraits ofText(String mediaType, Optional<String> language) {
        return text(mediaType, Optional.empty(), Optional.of(mediaType), language);
    }

    private static ContentTraits text(
            String bytesSay,
            Optional<ContentTable.Row> named,
            Optional<String> declared,
            Optional<String> language) {
        Optional<ContentTable.Row> row =
                named.filter(r -> isText(r.mediaType()) && !isPlain(r.mediaType()))
                        .or(() -> language.flatMap(ContentTable.get()::byLanguage))
                        .or(() -> declaredText(declared))
                        .or(() -> ContentTable.get().byMediaType(bytesSay))
                        .or(() -> named);
        String type =
                row.map(ContentTable.Row::mediaType)
                        .filter(ContentDetection::isText)
                        .orElse(bytesSay);
        Optional<String> spoken =
                language.map(ContentDetection::canonical)
                        .or(() ->
                                row.filter(r -> !isPlain(r.mediaType()))
                                        .flatMap(r -> r.language()));
        ArtifactKind kind = row.map(ContentTable.Row::kind).orElseGet(() -> kindOf(type));
        return new ContentTraits(type, spoken, kind);
    }

    private static Optional<ContentTable.Row> declaredText(Optional<String> declared) {
        return declared.filter(type -> !isPlain(type)).flatMap(ContentTable.get()::byMediaType);
    }

    private static ContentTraits binary(
            String bytesSay,
            String bytesAndNameSay,
            Optional<ContentTable.Row> named,
            Optional<String> declared) {
        String type = bytesAndNameSay;
        if (bytesSay.equals(MimeTypes.OCTET_STREAM) && isText(bytesAndNameSay)) {
            type = MimeTypes.OCTET_STREAM;
        }
        if (type.equals("application/zip") && named.isPresent()) {
            type = named.map(ContentTable.Row::mediaType).filter(ARCHIVES::contains).orElse(type);
        }
        if (type.equals(MimeTypes.OCTET_STREAM)) {
            type = declared.filter(ContentDetection::isHarmlessBinary).orElse(type);
        }
        return new ContentTraits(type, Optional.empty(), kindOf(type));
    }

    /** Bytes that nothing recognises may be called sound, film, font or data, not page or image. */
    private static boolean isHarmlessBinary(String type) {
        return !isText(type) && !type.startsWith("image/") && !type.startsWith("multipart/");
    }

    /** The first of a language's names, so that one filter finds all. */
    public static String canonical(String language) {
        String name = language.toLowerCase(Locale.ROOT);
        return ContentTable.get().byLanguage(name).flatMap(ContentTable.Row::language).orElse(name);
    }

    /** Whether content of the type is text that can be shown and compared line by line. */
    public static boolean isText(String mediaType) {
        return mediaType.startsWith("text/")
                || mediaType.endsWith("+xml")
                || mediaType.endsWith("+json")
                || TEXT_LIKE.contains(mediaType);
    }

    private static boolean isPlain(String mediaType) {
        return mediaType.equals(MimeTypes.PLAIN_TEXT);
    }

    private static ArtifactKind kindOf(String type) {
        if (type.startsWith("image/")) {
            return ArtifactKind.IMAGE;
        }
        if (ARCHIVES.contains(type)) {
            return ArtifactKind.ARCHIVE;
        }
        if (type.equals("application/pdf")
                || type.contains("word")
                || type.contains("presentation")
                || type.contains("powerpoint")
                || type.contains("opendocument.text")
                || type.equals("application/rtf")
                || type.equals("application/epub+zip")) {
            return ArtifactKind.DOCUMENT;
        }
        if (type.contains("excel")
                || type.contains("spreadsheet")
                || type.contains("sqlite")
                || type.contains("parquet")) {
            return ArtifactKind.DATA;
        }
        if (type.startsWith("text/x-") || type.contains("javascript")) {
            return ArtifactKind.CODE;
        }
        return type.startsWith("text/") ? ArtifactKind.DOCUMENT : ArtifactKind.OTHER;
    }
}
