package dev.azoth.compile;

import dev.azoth.sql.NamedTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * In which schemas tables are looked for, by those that they say: one set of tables serves many schemas, such as one for each tenant.
 *
 * @param names the schema that is meant, by the one that a table says; {@code ""} stands for none, on either side
 */
public record SchemaNames(Map<String, String> names) {
    /** Every table is where it says. */
    public static final SchemaNames SAID = new SchemaNames(Map.of());

    /** Names, copied. */
    public SchemaNames {
        names = Map.copyOf(names);
    }

    /** These and another, which takes the place of one for the same schema. */
    public SchemaNames and(String said, String meant) {
        Map<String, String> more = new HashMap<>(names);
        more.put(said, meant);
        return new SchemaNames(more);
    }

    /** The schema of a table, if there is one to be said. */
    public Optional<String> of(NamedTable table) {
        return of(table.schema());
    }

    /** The schema that is meant by one that is said, or by none. */
    public Optional<String> of(Optional<String> said) {
        if (names.isEmpty()) {
            return said;
        }
        String meant = names.get(said.orElse(""));
        return meant == null ? said : Optional.of(meant).filter(name -> !name.isEmpty());
    }

    /** Whether no schema has another name. */
    public boolean isEmpty() {
        return names.isEmpty();
    }
}
