package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.ErrorKind;
import dev.azoth.OperationalException;
import dev.azoth.dialect.h2.SmallDisk;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that has no room left says so, undoes the transaction, and goes on. */
@EveryDatabase
class FullDatabaseTest {
    private static final Limit SMALL_MEMORY = new Limit(
            "The table 'page' is full (its disk may be full, its tablespace, or, in memory, max_heap_table_size be"
                    + " reached)",
            List.of("SET max_heap_table_size = 100000", "ALTER TABLE page ENGINE = MEMORY"));

    private static final Map<String, Limit> LIMITS = Map.of(
            "sqlite",
            new Limit(
                    "database or disk is full (free space on its disk, or raise max_page_count)",
                    List.of("PRAGMA max_page_count = 100")),
            "duckdb",
            new Limit(
                    "could not allocate block of size N (N/N used)",
                    List.of("SET temp_directory = ''", "SET memory_limit = '4MB'")),
            "h2",
            new Limit("IO Exception: No space left on device", List.of("SET WRITE_DELAY 0")),
            "postgresql",
            new Limit(
                    "temporary file size exceeds temp_file_limit (100kB)",
                    List.of("SET work_mem = '64kB'", "SET temp_file_limit = '100kB'")),
            "mariadb",
            SMALL_MEMORY,
            "mysql",
            SMALL_MEMORY);

    private final MetaData metadata = new MetaData();
    private final Column<Integer> number = Column.of("number", INTEGER).primaryKey();
    private final Table note = Table.of(metadata, "note", number);
    private final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private final Column<String> body = Column.of("body", VARCHAR(1_000));
    private final Table page = Table.of(metadata, "page", id, body);

    /** How a database is made small, and what it says when it is full. */
    private record Limit(String message, List<String> statements) {}

    private void fill(Connection connection) {
        connection.execute(insert(note).values(number, 1));
        for (int i = 0; i < 2_000; i++) {
            connection.execute(insert(page).values(id, i).values(body, "x".repeat(1_000)));
        }
        connection.execute(select(body).from(page).orderBy(body)).close();
    }

    @Test
    void itSaysSoAndUndoesTheTransactionAndGoesOn(Database db, @TempDir Path folder) {
        Limit limit = Objects.requireNonNull(LIMITS.get(db.name()));
        String url = db.name().equals("h2") ? SmallDisk.url(folder) : db.url();
        try (Engine engine = Engine.create(url, o -> o.poolSize(1))) {
            metadata.createAll(engine);
            engine.begin(c ->
                    limit.statements().forEach(each -> c.execute(text(each)).close()));
            SmallDisk.leave(100_000);

            assertThatThrownBy(() -> engine.begin(this::fill)).isInstanceOfSatisfying(OperationalException.class, e -> {
                assertThat(e.error().kind()).isEqualTo(ErrorKind.OPERATIONAL);
                assertThat(plain(e.error().message())).isEqualTo(limit.message());
            });

            SmallDisk.leave(Long.MAX_VALUE);
            engine.begin(c -> c.execute(insert(note).values(number, 2)));
            List<Integer> kept =
                    engine.transaction(c -> c.execute(select(number)).all());
            assertThat(kept).containsExactly(2);
        }
    }

    /** DuckDB says how much it lacked, and of what, as it comes. */
    private static String plain(String message) {
        return message.replaceAll("\\d+(\\.\\d+)? (bytes|KiB|MiB)", "N")
                .replace("failed to allocate data", "could not allocate block");
    }
}
