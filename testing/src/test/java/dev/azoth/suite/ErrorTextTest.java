package dev.azoth.suite;

import static dev.azoth.sql.Sql.insert;
import static dev.azoth.sql.Sql.text;
import static dev.azoth.type.Types.INTEGER;
import static dev.azoth.type.Types.VARCHAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.azoth.DatabaseException;
import dev.azoth.ErrorFields;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What each database tells of an error: kind, SQLSTATE and code, then constraint, table and column, then its message. */
@EveryDatabase
class ErrorTextTest {
    static final MetaData METADATA = new MetaData();
    static final Column<Integer> id = Column.of("id", INTEGER).primaryKey();
    static final Column<String> name = Column.of("name", VARCHAR(5)).notNull().unique();
    static final Column<Integer> boss = Column.of("boss", INTEGER).references(() -> id);
    static final Table worker = Table.of(METADATA, "worker", id, name, boss);

    static {
        worker.check("ck_worker_id", id.gt(0));
    }

    private static final List<String> STATEMENTS = List.of(
            "INSERT INTO worker VALUES (3, 'ann', NULL)",
            "INSERT INTO worker VALUES (1, 'cid', NULL)",
            "INSERT INTO worker VALUES (3, 'cid', 99)",
            "DELETE FROM worker WHERE id = 1",
            "INSERT INTO worker VALUES (3, NULL, NULL)",
            "INSERT INTO worker (id) VALUES (3)",
            "INSERT INTO worker VALUES (-3, 'cid', NULL)",
            "SELECT * FROM missing",
            "SELECT missing FROM worker");

    private static final Map<String, String> TOLD =
            Map.of("sqlite", """
            UNIQUE null/19, null worker name: UNIQUE constraint failed: worker.name
            UNIQUE null/19, null worker id: UNIQUE constraint failed: worker.id
            FOREIGN_KEY null/19, null null null: FOREIGN KEY constraint failed
            FOREIGN_KEY null/19, null null null: FOREIGN KEY constraint failed
            NOT_NULL null/19, null worker name: NOT NULL constraint failed: worker.name
            NOT_NULL null/19, null worker name: NOT NULL constraint failed: worker.name
            CHECK null/19, ck_worker_id null null: CHECK constraint failed: ck_worker_id
            PROGRAMMING null/1, null missing null: no such table: missing
            PROGRAMMING null/1, null null missing: no such column: missing""", "duckdb", """
            UNIQUE null/0, null null name: duplicate key (name) violates unique constraint
            UNIQUE null/0, null null id: duplicate key (id) violates primary key constraint
            FOREIGN_KEY null/0, null null id: the row that a foreign key refers to by (id) does not exist
            FOREIGN_KEY null/0, null null boss: the row is still referenced by (boss) of another table, at least in what is committed (DuckDB compares with that, and takes a change of an indexed column for a deletion: commit the deletion of what refers to the row first, or create tables with ?foreign_keys=off in the URL)
            NOT_NULL null/0, null worker name: NOT NULL constraint failed: worker."name"
            NOT_NULL null/0, null worker name: NOT NULL constraint failed: worker."name"
            CHECK null/0, null worker null: CHECK constraint failed on table "worker" with expression CHECK((id > 0))
            PROGRAMMING null/0, null missing null: Table with name missing does not exist! Did you mean "pg_settings"?
            PROGRAMMING null/0, null null missing: Referenced column "missing" not found in FROM clause! Candidate bindings: "boss", "id\"""", "h2", """
            UNIQUE 23505/23505, uq_worker_name worker null: Unique index or primary key violation: uq_worker_name ON worker(name NULLS FIRST)
            UNIQUE 23505/23505, CONSTRAINT_D worker null: Unique index or primary key violation: CONSTRAINT_D ON worker(id)
            FOREIGN_KEY 23506/23506, fk_worker_boss worker null: Referential integrity constraint violation: fk_worker_boss: worker FOREIGN KEY(boss) REFERENCES worker
            FOREIGN_KEY 23503/23503, fk_worker_boss worker null: Referential integrity constraint violation: fk_worker_boss: worker FOREIGN KEY(boss) REFERENCES worker
            NOT_NULL 23502/23502, null null name: NULL not allowed for column "name"
            NOT_NULL 23502/23502, null null name: NULL not allowed for column "name"
            CHECK 23513/23513, ck_worker_id null null: Check constraint violation: ck_worker_id
            PROGRAMMING 42S02/42102, null null null: Table "missing" not found
            PROGRAMMING 42S22/42122, null null null: Column "missing" not found""", "postgresql", """
            UNIQUE 23505/0, uq_worker_name worker null: duplicate key value violates unique constraint "uq_worker_name"
            UNIQUE 23505/0, worker_pkey worker null: duplicate key value violates unique constraint "worker_pkey"
            FOREIGN_KEY 23503/0, fk_worker_boss worker null: insert or update on table "worker" violates foreign key constraint "fk_worker_boss"
            FOREIGN_KEY 23503/0, fk_worker_boss worker null: update or delete on table "worker" violates foreign key constraint "fk_worker_boss" on table "worker"
            NOT_NULL 23502/0, null worker name: null value in column "name" of relation "worker" violates not-null constraint
            NOT_NULL 23502/0, null worker name: null value in column "name" of relation "worker" violates not-null constraint
            CHECK 23514/0, ck_worker_id worker null: new row for relation "worker" violates check constraint "ck_worker_id"
            PROGRAMMING 42P01/0, null null null: relation "missing" does not exist
            PROGRAMMING 42703/0, null null null: column "missing" does not exist""", "mariadb", """
            UNIQUE 23000/1062, uq_worker_name null null: Duplicate entry for key 'uq_worker_name'
            UNIQUE 23000/1062, PRIMARY null null: Duplicate entry for key 'PRIMARY'
            FOREIGN_KEY 23000/1452, fk_worker_boss worker null: Cannot add or update a child row: a foreign key constraint fails (`worker`, CONSTRAINT `fk_worker_boss` FOREIGN KEY (`boss`) REFERENCES `worker` (`id`))
            FOREIGN_KEY 23000/1451, fk_worker_boss worker null: Cannot delete or update a parent row: a foreign key constraint fails (`worker`, CONSTRAINT `fk_worker_boss` FOREIGN KEY (`boss`) REFERENCES `worker` (`id`))
            NOT_NULL 23000/1048, null null name: Column 'name' cannot be null
            NOT_NULL HY000/1364, null null name: Field 'name' doesn't have a default value
            CHECK 23000/4025, ck_worker_id worker null: CONSTRAINT `ck_worker_id` failed for `worker`
            PROGRAMMING 42S02/1146, null missing null: Table 'missing' doesn't exist
            PROGRAMMING 42S22/1054, null null missing: Unknown column 'missing'""", "mysql", """
            UNIQUE 23000/1062, uq_worker_name worker null: Duplicate entry for key 'worker.uq_worker_name'
            UNIQUE 23000/1062, PRIMARY worker null: Duplicate entry for key 'worker.PRIMARY'
            FOREIGN_KEY 23000/1452, fk_worker_boss worker null: Cannot add or update a child row: a foreign key constraint fails (`worker`, CONSTRAINT `fk_worker_boss` FOREIGN KEY (`boss`) REFERENCES `worker` (`id`))
            FOREIGN_KEY 23000/1451, fk_worker_boss worker null: Cannot delete or update a parent row: a foreign key constraint fails (`worker`, CONSTRAINT `fk_worker_boss` FOREIGN KEY (`boss`) REFERENCES `worker` (`id`))
            NOT_NULL 23000/1048, null null name: Column 'name' cannot be null
            NOT_NULL HY000/1364, null null name: Field 'name' doesn't have a default value
            CHECK HY000/3819, ck_worker_id null null: Check constraint 'ck_worker_id' is violated
            PROGRAMMING 42S02/1146, null missing null: Table 'missing' doesn't exist
            PROGRAMMING 42S22/1054, null null missing: Unknown column 'missing'""");

    @PrepareDatabase
    static void create(Database db) {
        METADATA.createAll(db.engine());
        db.engine().begin(c -> {
            // in two statements: DuckDB looks for the boss among the rows of those before
            c.execute(insert(worker).columns(id, name, boss).row(1, "ann", null));
            c.execute(insert(worker).columns(id, name, boss).row(2, "bob", 1));
        });
    }

    private static String told(Database db, String sql) {
        ErrorFields error = catchThrowableOfType(
                        DatabaseException.class,
                        () -> db.engine().begin(c -> c.execute(text(sql)).close()))
                .error();
        String message = error.message()
                .replace("`" + db.engine().inspect().defaultSchema() + "`.", "")
                .replace("'" + db.engine().inspect().defaultSchema() + ".", "'")
                .replaceFirst(
                        " in '[^']*'$", ""); // which part of the statement it is has other names in other versions
        return "%s %s/%d, %s %s %s: %s"
                .formatted(
                        error.kind(),
                        error.sqlState(),
                        error.vendorCode(),
                        error.constraint(),
                        error.table(),
                        error.column(),
                        message);
    }

    @Test
    void anErrorIsToldWithWhatItIsAbout(Database db) {
        String told = STATEMENTS.stream().map(sql -> told(db, sql)).collect(Collectors.joining("\n"));

        assertThat(told).isEqualTo(Objects.requireNonNull(TOLD.get(db.name())));
    }
}
