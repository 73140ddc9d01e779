package io.artifactor.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Serves jobs until its input ends. */
public final class Main {

    private static final int LONGEST_JOB = 64 * 1024;

    private Main() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // What a library prints must not end up between the frames.
        PrintStream elsewhere =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.setOut(elsewhere);
        BlockingQueue<byte[]> frames = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> read(frames), "jobs");
        reader.setDaemon(true);
        reader.start();
        Makers makers = new Makers();
        while (true) {
            byte[] answer = makers.make(Job.read(frames.take())).frame();
            out.writeInt(answer.length);
            out.write(answer);
            out.flush();
        }
    }

    /** Reads beside the work, so that a job without end does not outlive the server either. */
    private static void read(BlockingQueue<byte[]> frames) {
        try (DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in))) {
            while (true) {
                int length = in.readInt();
                if (length < 0 || length > LONGEST_JOB) {
                    throw new IOException("No frame of a job");
                }
                byte[] frame = new byte[length];
                in.readFully(frame);
                frames.add(frame);
            }
        } catch (EOFException end) {
            Runtime.getRuntime().halt(0);
        } catch (IOException broken) {
            Runtime.getRuntime().halt(1);
        }
    }
}
