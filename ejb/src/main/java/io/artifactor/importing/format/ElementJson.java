package io.artifactor.importing.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.CharConversionException;
import java.io.IOException;

/** Parses one element, strictly: what JSON leaves open (keys given twice) is refused here. */
final class ElementJson {

    private static final int MAX_DEPTH = 200;
    private static final ObjectMapper MAPPER = mapper();

    private ElementJson() {}

    /** Why an element is no JSON. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        Malformed(String code, String reason) {
            super(reason);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    static JsonNode parse(RawElement element) throws Malformed {
        try {
            JsonNode node = MAPPER.readTree(element.bytes(), element.from(), element.length());
            return node == null ? MAPPER.missingNode() : node;
        } catch (StreamConstraintsException e) {
            throw new Malformed("too-deep", "it is nested too deeply, or a number is too long");
        } catch (MismatchedInputException e) {
            throw new Malformed(code(e), place(element, e));
        } catch (JsonProcessingException e) {
            throw new Malformed(code(e), place(element, e));
        } catch (CharConversionException e) {
            throw new Malformed("not-utf8", "its text is not UTF-8");
        } catch (IOException e) {
            throw new Malformed("malformed-json", String.valueOf(e.getMessage()));
        }
    }

    static JsonNode parse(byte[] bytes) throws Malformed {
        return parse(new RawElement(0, 0, bytes, 0, bytes.length, null));
    }

    private static String code(JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        if (message.contains("Duplicate field")) {
            return "duplicate-key";
        }
        return message.contains("Invalid UTF-8") ? "not-utf8" : "malformed-json";
    }

    private static String place(RawElement element, JsonProcessingException e) {
        String message = String.valueOf(e.getOriginalMessage());
        int line = message.indexOf('\n');
        String first = line < 0 ? message : message.substring(0, line);
        if (first.startsWith("Duplicate field '")) {
            // The rest names a setting nobody but us can change.
            first =
                    "the key "
                            + first.substring(16, first.indexOf('\'', 17) + 1)
                            + " is given twice";
        }
        String shown = first.length() > 300 ? first.substring(0, 300) : first;
        if (e.getLocation() == null || e.getLocation().getByteOffset() < 0) {
            return shown;
        }
        return shown + ", seen at byte " + (element.offset() + e.getLocation().getByteOffset());
    }

    private static ObjectMapper mapper() {
        StreamReadConstraints limits =
                StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build();
        JsonFactory factory =
                JsonFactory.builder()
                        .streamReadConstraints(limits)
                        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                        .build();
        return new ObjectMapper(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
