package dev.azoth.dialect;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.type.ServerInfo;
import dev.azoth.type.Types;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardTextTest {
    private static final Column<Long> id = Column.of("id", Types.BIGINT).primaryKey();
    private static final Column<String> name = Column.of("name", Types.VARCHAR(30));
    private static final Table person = Table.of(new MetaData(), "person", id, name);

    @Test
    void aStatementIsItsSql() {
        assertThat(select(id).where(name.eq("it's"), id.in(1L, 2L)))
                .hasToString("SELECT person.id FROM person WHERE person.name = 'it''s' AND person.id IN (1, 2)");
        assertThat(select(value(LocalDate.of(2024, 2, 29)))).hasToString("SELECT DATE '2024-02-29'");
        assertThat(insert(person).columns(id, name)).hasToString("INSERT INTO person (id, name) VALUES (:id, :name)");
        assertThat(text("SELECT :n").bind("n", 1)).hasToString("SELECT 1");
    }

    @Test
    void whatCannotBeWrittenIsTold() {
        assertThat(select(value(List.of(1), Types.array(Types.INTEGER))))
                .hasToString("Select (standard SQL has no arrays (INTEGER[]))");
    }

    @Test
    void aStatementIsRenderedForAVersion() {
        var found = select(id).where(name.eq("a\\b")).limit(1);
        assertThat(Dialects.render(found, "postgresql"))
                .isEqualTo("SELECT person.id FROM person WHERE person.name = E'a\\\\b' LIMIT 1");
        assertThat(Dialects.render(found, ServerInfo.of("mysql", 8, 4)))
                .isEqualTo("SELECT person.id FROM person WHERE person.name = concat('', _utf8mb4 X'615c62') LIMIT 1");
        assertThatThrownBy(() -> Dialects.render(found, "oracle")).isInstanceOf(InvalidRequestException.class);
    }
}
