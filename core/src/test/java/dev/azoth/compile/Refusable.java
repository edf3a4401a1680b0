package dev.azoth.compile;

import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import dev.azoth.sql.Statement;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.time.LocalDate;
import java.util.List;

/** Something that is written for a language, or refused. */
@FunctionalInterface
interface Refusable {
    /** A table with one of everything. */
    final class Things extends Table {
        final Column<Integer> id = column("id", Types.INTEGER).primaryKey();
        final Column<String> name = column("name", Types.VARCHAR(20)).notNull().unique();
        final Column<Integer> amount = column("amount", Types.INTEGER);
        final Column<LocalDate> day = column("day", Types.DATE);
        final Column<List<Integer>> sizes = column("sizes", Types.array(Types.INTEGER));

        Things() {
            super("thing", new MetaData());
        }
    }

    /** A table that refers to the other. */
    final class Parts extends Table {
        final Column<Integer> part = column("part", Types.INTEGER);
        final Column<Integer> of = column("of_thing", Types.INTEGER);

        Parts() {
            super("part", new MetaData());
        }
    }

    Things thing = new Things();
    Parts part = new Parts();

    /** Writes it. */
    void write(SqlLanguage language);

    /** A statement, compiled. */
    static Refusable of(Statement<?> statement) {
        return language -> language.statements().compile(statement, StatementWalk.of(statement), language);
    }

    /** An expression, selected of the things. */
    static Refusable of(Expression<?> expression) {
        return of(Sql.select(expression).from(thing));
    }

    /** A type. */
    static Refusable of(SqlType<?> type) {
        return language -> language.codecs().codec(type);
    }

    /** Tables that are created. */
    static Refusable of(Table... tables) {
        return language -> language.ddl().createAll(MetaData.of(List.of(tables)), table -> false, language);
    }
}
