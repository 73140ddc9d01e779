package io.artifactor.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Results as JSON, and notebooks from it. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static Answer answer(Object document) throws IOException {
        return Answer.ready("application/json", MAPPER.writeValueAsBytes(document));
    }
}
