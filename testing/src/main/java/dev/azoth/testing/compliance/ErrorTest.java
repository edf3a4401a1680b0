package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.column;
import static dev.azoth.sql.Sql.delete;
import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.select;
import static dev.azoth.sql.Sql.table;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorKind;
import dev.azoth.IntegrityException;
import dev.azoth.ProgrammingException;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Statement;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Failures are told apart, whatever the database calls them. */
@EveryDatabase
class ErrorTest {
    private static final MetaData METADATA = new MetaData();
    private static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    private static final Column<String> name =
            Column.of("name", VARCHAR(20)).notNull().unique();
    private static final Column<Integer> boss = Column.of("boss", INTEGER).references(() -> id);
    private static final Table worker = Table.of(METADATA, "worker", id, name, boss);

    static {
        worker.check("ck_worker_id", id.gt(0));
    }

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(connection -> {
            connection.execute(insert(worker).columns(id, name, boss).row(1, "ann", null));
            connection.execute(insert(worker).columns(id, name, boss).row(2, "bob", 1));
        });
    }

    private static DatabaseException failure(Database db, Statement<?> statement) {
        return catchThrowableOfType(
                DatabaseException.class,
                () -> db.engine().begin(c -> c.execute(statement).close()));
    }

    private static void isOf(Database db, ErrorKind kind, Statement<?> statement) {
        DatabaseException failure = failure(db, statement);
        assertThat(failure.error().kind()).as(failure.getMessage()).isEqualTo(kind);
        boolean broken = kind == ErrorKind.PROGRAMMING;
        assertThat(failure).isInstanceOf(broken ? ProgrammingException.class : IntegrityException.class);
    }

    @Test
    void whatBreaksAConstraintIsOfItsKind(Database db) {
        var another = insert(worker).columns(id, name, boss);
        isOf(db, ErrorKind.UNIQUE, another.row(3, "ann", null));
        isOf(db, ErrorKind.UNIQUE, another.row(1, "cid", null));
        isOf(db, ErrorKind.FOREIGN_KEY, another.row(3, "cid", 99));
        isOf(db, ErrorKind.FOREIGN_KEY, delete(worker).where(id.eq(1)));
        isOf(db, ErrorKind.NOT_NULL, another.row(3, null, null));
        isOf(db, ErrorKind.NOT_NULL, insert(worker).columns(id).row(3));
        isOf(db, ErrorKind.CHECK, another.row(-3, "cid", null));
    }

    @Test
    void whatIsNotThereIsTheProgramsFault(Database db) {
        isOf(db, ErrorKind.PROGRAMMING, select(table("missing", column("id", INTEGER))));
        isOf(db, ErrorKind.PROGRAMMING, select(column("missing", INTEGER)).from(worker));
        isOf(db, ErrorKind.PROGRAMMING, text("SELECT FROM FROM"));
    }

    @Test
    void anErrorNamesWhatItIsAbout(Database db) {
        var error = failure(db, insert(worker).columns(id, name).row(3, "ann")).error();
        assertThat(Stream.of(error.constraint(), error.column()))
                .anySatisfy(told -> assertThat(told).contains("name"));
    }

    /** Names of the user's own language come back in the database's message. */
    @Test
    void aMessageMayHaveAnyCharacters(Database db) {
        assertThat(failure(db, select(table("größe_日本", column("id", INTEGER)))))
                .hasMessageContaining("größe_日本");
    }
}
