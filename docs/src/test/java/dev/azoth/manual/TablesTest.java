package dev.azoth.manual;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.now;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.BOOLEAN;
import static dev.azoth.type.Types.TEXT;
import static dev.azoth.type.Types.TIMESTAMPTZ;
import static dev.azoth.type.Types.UUID;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.CompileException;
import dev.azoth.engine.Engine;
import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey.Action;
import dev.azoth.schema.IndexOptions;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@EveryDatabase
class TablesTest {
    // tag::tables-more
    static final class PersonTable extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey().identity();
        final Column<String> given = column("given_name", VARCHAR(50)).notNull();
        final Column<String> family = column("family_name", VARCHAR(50)).notNull();
        final Column<Boolean> active = column("active", BOOLEAN).notNull().serverDefault(true);
        final Column<Instant> since = column("since", TIMESTAMPTZ).serverDefault(now());
        // the person who recommended this one: a key to the same table is named late
        final Column<Long> recommendedBy = column("recommended_by", BIGINT).references(() -> this.id, Action.SET_NULL);

        PersonTable(MetaData metadata) {
            super("person", metadata);
            unique(given, family);
            index("ix_person_family", List.of(family, since), false);
        }
    }
    // end::tables-more

    // tag::tables-defaults
    static final class NoteTable extends Table {
        final Column<UUID> id = column("id", UUID).primaryKey().defaultFrom(java.util.UUID::randomUUID);
        final Column<String> body = column("body", TEXT).notNull().defaultValue("");
        final Column<Instant> changed =
                column("changed", TIMESTAMPTZ).defaultFrom(now()).onUpdate(now());

        NoteTable(MetaData metadata) {
            super("remark", metadata);
        }
    }
    // end::tables-defaults

    @Test
    void indexesAreOfSomeRowsAndInAnOrder(Database database) {
        Engine engine = database.engine();
        MetaData metadata = new MetaData();
        // tag::tables-indexes
        Column<String> email = Column.of("email", VARCHAR(80)).notNull();
        Column<Instant> left = Column.of("left_at", TIMESTAMPTZ);
        Table member = Table.of(metadata, "member", email, left);
        member.index("ix_member_left", List.of(left, email), IndexOptions.NONE.order(left.desc()));
        if (engine.dialect().name().equals("postgresql")) {
            IndexOptions present = IndexOptions.NONE.asUnique().where(left.isNull());
            member.index("one_email", List.of(email), present);
        }
        // end::tables-indexes
        if (database.name().equals("duckdb")) {
            assertThatThrownBy(() -> metadata.createAll(engine)).isInstanceOf(CompileException.class);
        } else {
            metadata.createAll(engine);
            metadata.dropAll(engine);
        }
    }

    @Test
    void columnsHaveDefaults(Database database) {
        MetaData metadata = new MetaData();
        NoteTable note = new NoteTable(metadata);
        metadata.createAll(database.engine());
        database.engine().begin(connection -> {
            connection.execute(insert(note));
            assertThat(connection.execute(select(note.changed)).one()).isNotNull();
        });
        metadata.dropAll(database.engine());
    }

    @Test
    void tablesAreCreatedOnce(Database database) {
        Engine engine = database.engine();
        if (database.name().equals("duckdb")) { // which has no ON DELETE SET NULL
            MetaData refused = new MetaData();
            new PersonTable(refused);
            assertThatThrownBy(() -> refused.createAll(engine)).isInstanceOf(CompileException.class);
            return;
        }
        // tag::tables-create
        MetaData metadata = new MetaData();
        PersonTable person = new PersonTable(metadata);
        metadata.createAll(engine); // only what is not there yet
        // end::tables-create
        metadata.createAll(engine);
        assertThat(engine.inspect().hasTable(person.name())).isTrue();
        metadata.dropAll(engine);
    }

    @Test
    void tablesNeedNoClass(Database database) {
        Engine engine = database.engine();
        // tag::tables-dynamic
        MetaData metadata = new MetaData();
        Column<Long> id = Column.of("id", BIGINT).primaryKey().identity();
        Column<String> text = Column.of("text", TEXT).notNull();
        Table note = Table.of(metadata, "note", id, text);
        // end::tables-dynamic
        metadata.createAll(engine);
        // tag::tables-reflect
        Table found = Table.reflect(engine, "note");
        Column<String> content = found.column("text", String.class);
        // end::tables-reflect
        assertThat(content.isNullable()).isFalse();
        assertThat(found.primaryKey()).hasSameSizeAs(note.primaryKey());
    }
}
