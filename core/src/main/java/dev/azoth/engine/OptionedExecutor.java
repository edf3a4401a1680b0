package dev.azoth.engine;

/** A connection with options of its own. */
final class OptionedExecutor extends StatementExecutor {
    private final Connection connection;
    private final StatementRunner runner;

    OptionedExecutor(Connection connection, StatementRunner runner) {
        this.connection = connection;
        this.runner = runner;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    StatementRunner runner() {
        return runner;
    }
}
