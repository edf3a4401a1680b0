package dev.azoth.testing.server;

/** What came of trying one way to a server. Way and reason make one sentence: {@code Docker} {@code does not answer}. */
sealed interface Attempt {
    /** There is one. */
    record Found(String way, ServerAddress address) implements Attempt {}

    /** This way is closed here. */
    record Refused(String way, String reason) implements Attempt {}
}
