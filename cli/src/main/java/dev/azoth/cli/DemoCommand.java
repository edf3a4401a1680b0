package dev.azoth.cli;

import dev.azoth.cli.demo.Demo;
import dev.azoth.cli.embedding.MiniLm;
import dev.azoth.cli.terminal.SqlEcho;
import dev.azoth.cli.terminal.Terminal;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code azoth demo}. */
@Command(
        name = "demo",
        description = {
            "Shows all of it at work, with the SQL: a schema from classes, objects in a session, a query, and the manual as documents that answer questions.",
            "",
            "Its tables are called azoth_demo_… and azoth_manual. They are made anew by each run and left to be looked at.",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    DemoCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Path manual = manual();
        String place = DatabaseUrl.parse(database.url(around)).toString();
        SqlEcho echo = new SqlEcho(around.terminal());
        try (Engine engine = database.connect(around, Optional.of(echo));
                MiniLm model = around.model()) {
            boolean complete = new Demo(around.terminal(), engine, place, echo, model, manual).play();
            suggest();
            return complete ? 0 : 1;
        }
    }

    /** The manual of the checkout that the azoth script belongs to, or of the current folder. */
    private static Path manual() {
        Path docs = Path.of(System.getProperty("azoth.home", "")).resolve("docs");
        if (!Files.isDirectory(docs)) {
            throw new CommandFailure("the manual is missing: there is no folder " + docs.toAbsolutePath());
        }
        return docs;
    }

    private void suggest() {
        Terminal terminal = around.terminal();
        String url = database.isDefault() ? "" : " --url …";
        terminal.line("  ./azoth search \"how are enums stored?\" -c " + Demo.COLLECTION + url);
        terminal.line("  ./azoth inspect azoth_demo_book" + url);
        terminal.line("  ./azoth ingest your/notes" + url);
    }
}
