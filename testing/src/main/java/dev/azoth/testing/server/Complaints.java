package dev.azoth.testing.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What a process says on its standard error: passed on at once, since the first start of a server takes a while, and kept. */
final class Complaints extends Thread {
    private final BufferedReader source;
    private final StringBuilder lines = new StringBuilder();

    private Complaints(Process process) {
        super("messages of process " + process.pid());
        this.source = process.errorReader(UTF_8);
        setDaemon(true);
    }

    static Complaints of(Process process) {
        Complaints complaints = new Complaints(process);
        complaints.start();
        return complaints;
    }

    @Override
    public void run() {
        try {
            for (String line = source.readLine(); line != null; line = source.readLine()) {
                System.err.println(line);
                lines.append("    ").append(line).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it, once the process has ended. */
    String whole() {
        try {
            join();
        } catch (InterruptedException e) {
            currentThread().interrupt();
        }
        return lines.toString().stripTrailing();
    }
}
