package dev.azoth.cli.demo;

import dev.azoth.cli.embedding.MiniLm;
import dev.azoth.cli.terminal.SqlEcho;
import dev.azoth.cli.terminal.Style;
import dev.azoth.cli.terminal.Terminal;
import dev.azoth.engine.Engine;
import java.nio.file.Path;
import java.util.Locale;

/** All of it at work, with the SQL shown: a schema, objects in sessions, a query, and documents found by what they mean. */
public final class Demo {
    /** The collection with the manual. */
    public static final String COLLECTION = "azoth_manual";

    private final Stage stage;
    private final MiniLm model;
    private final Path manual;
    private final String place;

    /**
     * A demo.
     *
     * @param place  where the database is, for people
     * @param echo   a listener of the engine
     * @param manual a folder with Markdown files
     */
    public Demo(Terminal terminal, Engine engine, String place, SqlEcho echo, MiniLm model, Path manual) {
        this.stage = new Stage(terminal, engine, echo);
        this.model = model;
        this.manual = manual;
        this.place = place;
    }

    /** Plays it, and says whether all went well. */
    public boolean play() {
        long began = System.nanoTime();
        Terminal terminal = stage.terminal();
        terminal.line(terminal.style(Style.BOLD, "Azoth") + " on "
                + stage.engine().server().product());
        terminal.line(terminal.style(Style.DIM, place));
        new SchemaPart(stage).play();
        new SessionPart(stage).play();
        new QueryPart(stage).play();
        boolean complete = new ManualPart(stage, model, manual, COLLECTION).play();
        terminal.line();
        terminal.line(String.format(
                Locale.ROOT,
                "All in %.1f s and %d statements. Now you:",
                (System.nanoTime() - began) / 1e9,
                stage.echo().statements()));
        return complete;
    }
}
