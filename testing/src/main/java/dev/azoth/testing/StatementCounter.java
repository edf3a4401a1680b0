package dev.azoth.testing;

import dev.azoth.event.EngineListener;
import dev.azoth.event.StatementEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Counts the statements that an engine sends, and keeps their SQL: for tests that say how often a piece of code may ask the database.
 *
 * <p>{@link Database#statements()} has one for the engine of a test. Another engine gets one by
 * {@code Engine.create(url, o -> o.listener(counter))}. Rows sent together in a batch are one statement. Safe for many threads.
 */
public final class StatementCounter implements EngineListener {
    private final List<String> sent = new CopyOnWriteArrayList<>();

    /** A counter that has counted nothing. */
    public StatementCounter() {}

    @Override
    public void statement(StatementEvent event) {
        sent.add(event.sql());
    }

    /**
     * How many were sent.
     *
     * @return the number since the beginning, or since {@link #clear}
     */
    public int count() {
        return sent.size();
    }

    /**
     * What was sent.
     *
     * @return the SQL of each statement since the beginning, or since {@link #clear}; a copy
     */
    public List<String> sql() {
        return List.copyOf(sent);
    }

    /** Forgets what was sent so far. */
    public void clear() {
        sent.clear();
    }

    /**
     * Runs some work and tells what was sent meanwhile, by whatever thread.
     *
     * @param work what to run
     * @return the SQL of each statement, in order
     */
    public List<String> during(Runnable work) {
        int before = sent.size();
        work.run();
        List<String> after = sql();
        return after.subList(before, after.size());
    }

    /**
     * Runs some work, which has to send so many statements.
     *
     * @param statements how many
     * @param work what to run
     * @throws AssertionError if it sends more or fewer, with their SQL
     */
    public void expect(int statements, Runnable work) {
        List<String> during = during(work);
        if (during.size() != statements) {
            throw new AssertionError("%d %s expected, but there were %d:%s"
                    .formatted(
                            statements, statements == 1 ? "statement" : "statements", during.size(), listed(during)));
        }
    }

    /** What was sent after the first so many must be no more than the limit. */
    void atMost(int limit, int first) {
        List<String> all = sql();
        List<String> those = all.subList(first, all.size());
        if (those.size() > limit) {
            throw new AssertionError("%d statements at the most expected, but there were %d:%s"
                    .formatted(limit, those.size(), listed(those)));
        }
    }

    private static String listed(List<String> statements) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < statements.size(); i++) {
            list.append("\n  ").append(i + 1).append(". ").append(statements.get(i));
        }
        return list.toString();
    }
}
