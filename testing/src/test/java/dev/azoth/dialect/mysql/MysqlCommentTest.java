package dev.azoth.dialect.mysql;

import static dev.azoth.type.Types.BIGINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comments stand in the statement that creates the table, in quotes and nothing else. */
@OnDatabase({"mysql", "mariadb"})
class MysqlCommentTest {
    private final MetaData metadata = new MetaData();

    @AfterEach
    void drop(Database db) {
        metadata.dropAll(db.engine());
    }

    /** Connections of somebody's own may take a backslash for itself. */
    @Test
    void aBackslashIsWrittenAsTheServerReadsIt(Database db) {
        String url = db.url() + (db.url().contains("?") ? "&" : "?")
                + "sessionVariables=sql_mode='STRICT_TRANS_TABLES%2CNO_BACKSLASH_ESCAPES'";
        try (Engine engine = Engine.create(url)) {
            Table.of(metadata, "remark", Column.of("id", BIGINT).primaryKey()).comment("a\\b'\\");
            metadata.createAll(engine);

            assertThat(Table.reflect(engine, "remark").comment()).contains("a\\b'\\");
        }
    }

    @Test
    void whatIsTooLongIsRefusedByTheServer(Database db) {
        Column<Long> id = Column.of("id", BIGINT).primaryKey().comment("x".repeat(1024));
        Table.of(metadata, "remark", id).comment("y".repeat(2049));

        assertThatThrownBy(() -> metadata.createAll(db.engine()))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Comment for table 'remark' is too long (max = 2048)");
    }
}
