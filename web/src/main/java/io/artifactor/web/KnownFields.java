package io.artifactor.web;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields that documents of a type have in JSON. */
final class KnownFields {

    private KnownFields() {}

    /** Empty if anything may stand there. */
    static Map<String, JavaType> of(JavaType type) {
        JavaType content = content(type);
        if (!content.getRawClass().isRecord()) {
            return Map.of();
        }
        SerializationConfig config = Json.strict().getSerializationConfig();
        Map<String, JavaType> fields = new LinkedHashMap<>();
        config.introspect(content)
                .findProperties()
                .forEach(field -> fields.put(field.getName(), field.getPrimaryType()));
        return fields;
    }

    /** Whether nothing can stand below a field of this type. */
    static boolean isSimple(JavaType type) {
        JavaType content = content(type);
        return !content.getRawClass().isRecord()
                && !content.isMapLikeType()
                && !content.isJavaLangObject();
    }

    /** The type of the items, as far as this is one of a list. */
    private static JavaType content(JavaType type) {
        JavaType content = type;
        while (content.isCollectionLikeType() || content.isArrayType()) {
            content = content.getContentType();
        }
        return content;
    }
}
