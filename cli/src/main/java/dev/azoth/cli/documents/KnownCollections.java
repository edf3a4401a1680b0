package dev.azoth.cli.documents;

import dev.azoth.engine.Engine;
import dev.azoth.inspect.Inspector;
import dev.azoth.inspect.TableDescription;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The collections of a database: its tables that have the columns of one. */
public final class KnownCollections {
    private static final Set<String> COLUMNS = Set.of("number", "id", "embedding", "metadata", "content");

    private KnownCollections() {}

    /** Their names, in alphabetical order. */
    public static List<String> of(Engine engine) {
        Inspector inspector = engine.inspect();
        return inspector.tables().stream()
                .filter(table -> inspector
                        .table(table)
                        .filter(KnownCollections::isCollection)
                        .isPresent())
                .toList();
    }

    private static boolean isCollection(TableDescription table) {
        return table.columns().stream()
                .map(TableDescription.ColumnDescription::name)
                .collect(Collectors.toSet())
                .containsAll(COLUMNS);
    }
}
