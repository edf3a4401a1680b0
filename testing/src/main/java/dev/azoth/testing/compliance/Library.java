package dev.azoth.testing.compliance;

import static dev.azoth.sql.Sql.now;

import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.testing.Capability;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** Tables with one of everything that can be declared, and names that need quotes. */
public final class Library {
    /** How a book is bound. */
    public enum Cover {
        /** Hard. */
        CLOTH,
        /** Soft. */
        PAPER
    }

    /** All of it. */
    public final MetaData metadata = new MetaData();

    /** A table with a key of two columns. */
    public final Table shelf = Table.of(
            metadata,
            "shelf",
            Column.of("room", Types.VARCHAR(10)).primaryKey(),
            Column.of("number", Types.INTEGER).primaryKey(),
            Column.of("keeper", Types.BIGINT).references(() -> this.readerId()));

    /** A table whose names are hostile, which refers to itself, and whose foreign key closes a cycle. */
    public final Table reader = Table.reflected(metadata, null, "The `\"Reader\"`");

    /** A table with every type. */
    public final Table book = Table.of(
            metadata,
            "book",
            Column.of("id", Types.BIGINT).primaryKey().identity(),
            Column.of("room", Types.VARCHAR(10)),
            Column.of("number", Types.INTEGER),
            Column.of("owner", Types.BIGINT).notNull(),
            Column.of("small", Types.SMALLINT).serverDefault((short) 3),
            Column.of("exact", Types.NUMERIC(10, 3)).serverDefault(new BigDecimal("1.5")),
            Column.of("widest", Types.NUMERIC),
            Column.of("real_number", Types.REAL),
            Column.of("double_number", Types.DOUBLE).serverDefault(0.5),
            Column.of("lent", Types.BOOLEAN).notNull().serverDefault(true),
            Column.of("code", Types.CHAR(4)).unique(),
            Column.of("title", Types.VARCHAR(200)).notNull().indexed().serverDefault("it's: a \\title"),
            Column.of("story", Types.TEXT).serverDefault("once"),
            Column.of("image", Types.BLOB),
            Column.of("hash", Types.VARBINARY(20)),
            Column.of("uuid", Types.UUID),
            Column.of("made", Types.DATE),
            Column.of("opens", Types.TIME),
            Column.of("seen", Types.TIMESTAMP),
            Column.of("added", Types.TIMESTAMPTZ).notNull().serverDefault(now()),
            Column.of("cover", Types.enumeration(Cover.class)).serverDefault(Cover.PAPER),
            Column.of("details", Types.JSON));

    /** Declares it, without what a database lacks. */
    public Library(Predicate<Capability> has) {
        boolean actions = has.test(Capability.REFERENTIAL_ACTIONS);
        ForeignKey.Action books = actions ? ForeignKey.Action.CASCADE : ForeignKey.Action.NO_ACTION;
        ForeignKey.Action keys =
                has.test(Capability.KEY_ACTIONS) ? ForeignKey.Action.CASCADE : ForeignKey.Action.NO_ACTION;
        ForeignKey.Action bosses = actions ? ForeignKey.Action.SET_NULL : ForeignKey.Action.NO_ACTION;
        if (has.test(Capability.ARRAYS)) {
            book.add(Column.of("tags", Types.array(Types.VARCHAR(20))));
            book.add(Column.of("sizes", Types.array(Types.BIGINT)));
        }
        reader.add(Column.of("Id `\"of\"` it", Types.BIGINT).primaryKey().identity());
        reader.add(Column.of("select", Types.VARCHAR(20)).notNull());
        reader.add(Column.of("boss", Types.BIGINT).references(() -> this.readerId(), bosses));
        reader.add(Column.of("room", Types.VARCHAR(10)));
        reader.add(Column.of("number", Types.INTEGER));
        if (has.test(Capability.CIRCULAR_KEYS)) {
            reader.foreignKey(
                    "fk to: a, \"shelf\"",
                    List.of(reader.column("room"), reader.column("number")),
                    () -> List.of(shelf.column("room"), shelf.column("number")),
                    ForeignKey.Action.NO_ACTION);
        }
        reader.unique("Un:, `ique`", List.of(reader.column("select"), reader.column("boss")));
        reader.index("ix_In; \"dex\"", List.of(reader.column("number"), reader.column("select")), true);
        reader.check("Ch:) \"eck\"", reader.column("number", Integer.class).gt(0));
        book.foreignKey(null, List.of(book.column("owner")), () -> List.of(readerId()), books, keys);
        book.foreignKey(
                null,
                List.of(book.column("room"), book.column("number")),
                () -> List.of(shelf.column("room"), shelf.column("number")),
                ForeignKey.Action.NO_ACTION);
        book.index(book.column("made"), book.column("seen"));
        book.check("ck_book_small", book.column("small", Short.class).between((short) 0, (short) 9));
        book.check("ck_book_title", book.column("title", String.class).ne("it's \\ (not"));
    }

    private Column<Long> readerId() {
        return reader.column("Id `\"of\"` it", Long.class);
    }
}
