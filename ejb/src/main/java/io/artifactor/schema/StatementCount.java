package io.artifactor.schema;

import java.util.function.Supplier;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts the statements a thread sends, so that a test can hold a request to its number. Counting
 * is all it does; it costs an addition per statement.
 */
public class StatementCount implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<int[]> SENT = ThreadLocal.withInitial(() -> new int[1]);

    @Override
    public String inspect(String sql) {
        SENT.get()[0]++;
        return sql;
    }

    /** Begins anew for this thread. */
    public static void restart() {
        SENT.get()[0] = 0;
    }

    /**
     * Does what is not to be counted: whether an answer that is remembered for seconds was
     * remembered just now is chance, and a request's number shall not depend on it.
     */
    public static <T> T aside(Supplier<T> lookup) {
        int before = sent();
        try {
            return lookup.get();
        } finally {
            SENT.get()[0] = before;
        }
    }

    /** How many statements this thread has sent since it began anew. */
    public static int sent() {
        return SENT.get()[0];
    }
}
