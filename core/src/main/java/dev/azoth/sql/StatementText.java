package dev.azoth.sql;

import java.util.ServiceLoader;

/**
 * Writes a statement for people to read, where no database is known: what its {@code toString} gives. Found as a service, since this package
 * knows no SQL.
 */
public interface StatementText {
    /** The statement as SQL with its values in it; those of sensitive types are hidden. */
    String of(Statement<?> statement);

    /** The text of a statement. Never fails: what cannot be written is told instead. */
    static String text(Statement<?> statement) {
        try {
            return ServiceLoader.load(StatementText.class, StatementText.class.getClassLoader())
                    .findFirst()
                    .map(writer -> writer.of(statement))
                    .orElseGet(() -> statement.getClass().getSimpleName());
        } catch (RuntimeException e) {
            return statement.getClass().getSimpleName() + " (" + e.getMessage() + ")";
        }
    }
}
