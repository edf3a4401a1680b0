package dev.azoth.cli;

import dev.azoth.DatabaseException;
import dev.azoth.cli.terminal.SqlEcho;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.engine.Engine;
import dev.azoth.event.EngineListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a command that works on a database. */
final class DatabaseOptions {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create(); // picocli puts the real one in its place

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "The database: sqlite:///file.db, postgresql://user:password@host/database, mysql://…, mariadb://…, h2:…, or jdbc:….",
                "Default: azoth.db in your data folder."
            })
    private @Nullable String url;

    @Option(names = "--echo", description = "Show the SQL.")
    private boolean echo;

    /** What was typed, if it is the URL of a database; the default otherwise. */
    String url(Surroundings around) {
        if (url != null) {
            try {
                DatabaseUrl.parse(url);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(command.commandLine(), e.getMessage(), e);
            }
            return url;
        }
        Path folder = around.folders().data();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CommandFailure("cannot create the folder " + folder + " ("
                    + e.getClass().getSimpleName() + "): name a database with --url");
        }
        return UserFolders.sqliteUrl(folder.resolve("azoth.db"));
    }

    /** An engine, which has connected: what is wrong with the database shows here. */
    Engine connect(Surroundings around) {
        return connect(around, echo ? Optional.of(new SqlEcho(around.terminal())) : Optional.empty());
    }

    Engine connect(Surroundings around, Optional<? extends EngineListener> listener) {
        String wanted = url(around);
        Engine engine = Engine.create(wanted, options -> {
            options.connectTimeout(PATIENCE).poolSize(2);
            listener.ifPresent(options::listener);
        });
        try {
            engine.server();
        } catch (DatabaseException e) {
            engine.close();
            throw new CommandFailure(
                    "cannot use " + DatabaseUrl.parse(wanted) + ": " + e.error().message(), e);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
        return engine;
    }

    /** Whether no URL was given. */
    boolean isDefault() {
        return url == null;
    }
}
