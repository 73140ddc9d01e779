package io.artifactor.log;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Puts the id of a request into each line of JSON that its thread logs, as {@code ext_requestId}.
 * The runtime has an interface of its own for this, which is in no repository of libraries; so it
 * is looked up, and a runtime without it logs without.
 */
public final class RequestMark {

    private static final Logger LOG = Logger.getLogger(RequestMark.class.getName());
    private static final String NAME = "requestId";
    private static final Optional<Method> ADD = found("addExtension", String.class, String.class);
    private static final Optional<Method> REMOVE = found("removeExtension", String.class);

    private RequestMark() {}

    /** Until it is ended, by the same thread. */
    public static void begin(String request) {
        ADD.ifPresent(add -> call(add, NAME, request));
    }

    public static void end() {
        REMOVE.ifPresent(remove -> call(remove, NAME));
    }

    private static void call(Method method, Object... arguments) {
        try {
            method.invoke(null, arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The id of a request cannot be logged", e);
        }
    }

    private static Optional<Method> found(String name, Class<?>... parameters) {
        try {
            return Optional.of(
                    Class.forName("com.ibm.websphere.logging.hpel.LogRecordContext")
                            .getMethod(name, parameters));
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.FINE, "Lines are logged without the id of the request", e);
            return Optional.empty();
        }
    }
}
