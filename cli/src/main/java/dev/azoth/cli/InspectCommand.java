package dev.azoth.cli;

import dev.azoth.cli.inspect.SchemaText;
import dev.azoth.engine.Engine;
import dev.azoth.inspect.Inspector;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code azoth inspect}. */
@Command(
        name = "inspect",
        description = {"Shows what is in a database: tables, columns, keys and indexes.", ""})
final class InspectCommand implements Callable<Integer> {
    private final Surroundings around;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--schema",
            paramLabel = "SCHEMA",
            description = "The schema to look into. Default: the connection's own.")
    private @Nullable String schema;

    @Parameters(paramLabel = "TABLE", arity = "0..*", description = "The tables or views to show. Default: all tables.")
    private List<String> tables = List.of();

    InspectCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        try (Engine engine = database.connect(around)) {
            Inspector inspector = engine.inspect();
            if (schema != null && !inspector.schemas().contains(schema)) {
                throw new CommandFailure("there is no schema " + schema + "; there are " + inspector.schemas());
            }
            SchemaText text = new SchemaText(around.terminal(), inspector, schema);
            if (tables.isEmpty()) {
                text.overview(engine);
            } else {
                text.tables(tables);
            }
        }
        return 0;
    }
}
