package io.artifactor.it.artifact;

import io.artifactor.it.RunningServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;

/** Connections on which a test says every byte itself. */
final class Raw {

    private static final int SILENCE_MILLIS = 30_000;

    private Raw() {}

    /** To the server; the caller closes it. */
    static Socket connect() throws IOException {
        URI url = URI.create(RunningServer.stack().url());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(SILENCE_MILLIS);
        return socket;
    }
}
