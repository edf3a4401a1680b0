package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.OperationalException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database that has no room left says so, undoes the transaction, and goes on. */
@OnDatabase("sqlite")
class FullFileTest {
    @Test
    void aFullFileIsAnOperationalError(Database db) {
        Column<Integer> id = Column.of("id", INTEGER).primaryKey();
        Column<String> body = Column.of("body", TEXT);
        MetaData metadata = new MetaData();
        Table page = Table.of(metadata, "page", id, body);
        try (Engine engine = Engine.create(db.url(), o -> o.poolSize(1))) {
            metadata.createAll(engine);
            engine.begin(c -> c.execute(text("PRAGMA max_page_count = 100")).close());

            assertThatThrownBy(() -> engine.begin(c -> {
                        for (int i = 0; i < 100; i++) {
                            c.execute(insert(page).values(id, i).values(body, "x".repeat(10_000)));
                        }
                    }))
                    .isInstanceOf(OperationalException.class)
                    .hasMessageContaining("full");

            List<Integer> kept =
                    engine.transaction(c -> c.execute(select(id).from(page)).all());
            assertThat(kept).isEmpty();
        }
    }
}
