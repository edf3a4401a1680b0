package dev.azoth.engine;

import dev.azoth.ErrorFields;
import dev.azoth.ErrorKind;
import dev.azoth.OperationalException;
import dev.azoth.compile.CompiledStatement;
import dev.azoth.compile.SchemaNames;
import dev.azoth.compile.SqlLanguage;
import dev.azoth.compile.StatementCache;
import dev.azoth.compile.StatementWalk;
import dev.azoth.dialect.Dialect;
import dev.azoth.dialect.Dialects;
import dev.azoth.sql.Insert;
import dev.azoth.sql.Statement;
import dev.azoth.type.ServerInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an engine knows of its server, asked with the first connection: its dialect, its language, and the statements written in that so far. Safe
 * for many threads.
 */
final class KnownServer {
    private final ConnectionSource source;
    private final Supplier<StatementCache> newCache;
    private final FromLint lint;
    private final Observers observers;
    private final ReentrantLock learning = new ReentrantLock();
    private volatile @Nullable Dialect dialect;
    private volatile @Nullable Compiler compiler;

    /** The language of the server and what was written in it: replaced together, so that nothing of an old language is found again. */
    private record Compiler(SqlLanguage language, StatementCache cache) {
        Compiler in(SchemaNames schemas) {
            return schemas.isEmpty() ? this : new Compiler(language.in(schemas), cache);
        }
    }

    KnownServer(
            ConnectionSource source,
            @Nullable Dialect dialect,
            Supplier<StatementCache> newCache,
            FromLint lint,
            Observers observers) {
        this.lint = lint;
        this.source = source;
        this.dialect = dialect;
        this.newCache = newCache;
        this.observers = observers;
    }

    /** The dialect, if it is known without a connection. */
    @Nullable
    Dialect dialectIfKnown() {
        return dialect;
    }

    Dialect dialect() {
        Dialect known = dialect;
        if (known == null) {
            learn();
            known = dialect;
        }
        if (known == null) {
            throw new IllegalStateException("the dialect is known after the first connection");
        }
        return known;
    }

    SqlLanguage language() {
        return compiler().language();
    }

    /** The language, with tables where the options say. */
    SqlLanguage language(ExecutionOptions options) {
        return language().in(options.schemas());
    }

    StatementCache cache() {
        return compiler().cache();
    }

    private Compiler compiler() {
        Compiler known = compiler;
        if (known == null) {
            learn();
            known = compiler;
        }
        if (known == null) {
            throw new IllegalStateException("the language is known after the first connection");
        }
        return known;
    }

    /** Asks the server, unless that was done. */
    void learn() {
        if (compiler != null) {
            return;
        }
        learning.lock();
        try {
            if (compiler == null) {
                borrow().close();
            }
        } catch (SQLException e) {
            throw unreachable(e);
        } finally {
            learning.unlock();
        }
    }

    /** Asks the server again, and forgets what was written for what it was. */
    void learnAgain() {
        learning.lock();
        // others go on with what is known until it is replaced: they may hold the connections that this waits for
        try (Connection jdbc = source.borrow()) {
            learn(jdbc);
        } catch (SQLException e) {
            throw unreachable(e);
        } finally {
            learning.unlock();
        }
    }

    /** A JDBC connection; the first one tells what the server is. */
    Connection borrow() throws SQLException {
        Connection jdbc = source.borrow();
        if (compiler == null) {
            try {
                learn(jdbc);
            } catch (SQLException | RuntimeException e) {
                jdbc.close();
                throw e;
            }
        }
        return jdbc;
    }

    private void learn(Connection jdbc) throws SQLException {
        Dialect known = dialect == null ? Dialects.of(jdbc) : dialect;
        ServerInfo server = known.serverInfo(jdbc);
        if (!jdbc.getAutoCommit()) {
            jdbc.rollback();
        }
        dialect = known;
        compiler = new Compiler(known.language(server), newCache.get());
        observers.connected(server.product());
    }

    private RuntimeException unreachable(SQLException e) {
        Dialect known = dialect;
        if (known == null) {
            return new OperationalException(
                    ErrorFields.of(ErrorKind.OPERATIONAL, String.valueOf(e.getMessage())), null, e);
        }
        ErrorFields error = known.error(e);
        return error.kind().exception(error, null, e);
    }

    StatementCache.Found compiled(Statement<?> statement, StatementWalk walk, ExecutionOptions options) {
        Compiler known = compiler().in(options.schemas());
        return found(
                known,
                options.isCached() && walk.isCacheable(),
                walk.key(),
                () -> compile(statement, walk, known.language()));
    }

    private static StatementCache.Found found(
            Compiler known, boolean cached, Object key, Supplier<CompiledStatement> compile) {
        if (!cached) {
            return new StatementCache.Found(compile.get(), false);
        }
        SchemaNames schemas = known.language().schemas();
        return known.cache().get(schemas.isEmpty() ? key : List.of(schemas, key), compile);
    }

    private CompiledStatement compile(Statement<?> statement, StatementWalk walk, SqlLanguage written) {
        lint.check(statement);
        return written.statements().compile(statement, walk, written);
    }

    /** An insert of parameters as so many rows of VALUES. */
    StatementCache.Found compiledRows(Insert<?> insert, StatementWalk walk, int rows, ExecutionOptions options) {
        Compiler known = compiler().in(options.schemas());
        SqlLanguage written = known.language();
        return found(
                known,
                walk.isCacheable(),
                List.of(walk.key(), rows),
                () -> compile(insert.repeated(rows), walk, written));
    }

    /** An insert of parameters as arrays, if the dialect has that. */
    Optional<StatementCache.Found> compiledArrays(Insert<?> insert, StatementWalk walk, ExecutionOptions options) {
        Compiler known = compiler().in(options.schemas());
        SqlLanguage written = known.language();
        if (!written.statements().takesArrays(insert, written)) {
            return Optional.empty();
        }
        return Optional.of(found(
                known,
                walk.isCacheable(),
                List.of(walk.key(), "arrays"),
                () -> written.statements().compileArrays(insert, walk, written)));
    }
}
