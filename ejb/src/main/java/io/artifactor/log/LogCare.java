package io.artifactor.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * Has every line that goes through the logging of the JDK made plain, ours and those of libraries,
 * for as long as the application runs.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class LogCare {

    /** The one all others pass on to. */
    private final Logger root = Logger.getLogger("");

    @PostConstruct
    void begin() {
        for (Handler handler : root.getHandlers()) {
            replace(handler, new PlainHandler(handler));
        }
    }

    @PreDestroy
    void end() {
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof PlainHandler plain) {
                replace(plain, plain.writing());
            }
        }
    }

    private void replace(Handler before, Handler after) {
        root.addHandler(after);
        root.removeHandler(before);
    }
}
