package io.artifactor.log;

import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the handler that writes, and makes of each record one line: in the message, in what
 * is put into it, and in the messages of an exception.
 */
final class PlainHandler extends Handler {

    private final Handler writing;

    PlainHandler(Handler writing) {
        this.writing = writing;
    }

    Handler writing() {
        return writing;
    }

    @Override
    public void publish(LogRecord logged) {
        String message = logged.getMessage();
        if (message != null) {
            logged.setMessage(PlainText.of(message));
        }
        Object[] parameters = logged.getParameters();
        if (parameters != null) {
            logged.setParameters(plain(parameters));
        }
        Throwable thrown = logged.getThrown();
        if (thrown != null) {
            logged.setThrown(PlainThrown.of(thrown));
        }
        writing.publish(logged);
    }

    /** Numbers and times keep their type: a message may say how they are written. */
    private static @Nullable Object[] plain(@Nullable Object[] parameters) {
        @Nullable Object[] plain = parameters.clone();
        for (int i = 0; i < plain.length; i++) {
            Object parameter = plain[i];
            if (parameter != null) {
                String text = String.valueOf(parameter);
                plain[i] = PlainText.isPlain(text) ? parameter : PlainText.of(text);
            }
        }
        return plain;
    }

    @Override
    public void flush() {
        writing.flush();
    }

    @Override
    public void close() {
        // The one that writes is the runtime's, and outlives the application.
    }
}
