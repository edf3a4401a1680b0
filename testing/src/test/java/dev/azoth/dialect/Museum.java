package dev.azoth.dialect;

import static dev.azoth.sql.Sql.now;

import dev.azoth.schema.Column;
import dev.azoth.schema.ForeignKey;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.type.Types;
import java.math.BigDecimal;
import java.util.List;

/** Tables with one of everything that can be declared, and names that need quotes. */
public final class Museum {
    /** Not plain text. */
    public enum Style {
        /** Old. */
        GOTHIC,
        /** New. */
        ART_DECO
    }

    /** All of it. */
    public final MetaData metadata = new MetaData();

    /** A table with a key of two columns. */
    public final Table room = Table.of(
            metadata,
            "room",
            Column.of("wing", Types.VARCHAR(10)).primaryKey(),
            Column.of("number", Types.INTEGER).primaryKey(),
            Column.of("guide", Types.BIGINT).references(() -> this.personId()));

    /** A table whose names are hostile, which refers to itself, and whose foreign key closes a cycle. */
    public final Table person = Table.reflected(metadata, null, "The \"Person\"");

    /** A table with every type. */
    public final Table piece = Table.of(
            metadata,
            "piece",
            Column.of("id", Types.BIGINT).primaryKey().identity(),
            Column.of("wing", Types.VARCHAR(10)),
            Column.of("number", Types.INTEGER),
            Column.of("owner", Types.BIGINT).notNull().references(() -> this.personId(), ForeignKey.Action.CASCADE),
            Column.of("small", Types.SMALLINT).serverDefault((short) 3),
            Column.of("exact", Types.NUMERIC(10, 3)).serverDefault(new BigDecimal("1.5")),
            Column.of("widest", Types.NUMERIC),
            Column.of("real_number", Types.REAL),
            Column.of("double_number", Types.DOUBLE).serverDefault(0.5),
            Column.of("shown", Types.BOOLEAN).notNull().serverDefault(true),
            Column.of("code", Types.CHAR(4)).unique(),
            Column.of("title", Types.VARCHAR(200)).notNull().indexed().serverDefault("it's: a \\title"),
            Column.of("story", Types.TEXT),
            Column.of("image", Types.BLOB),
            Column.of("uuid", Types.UUID),
            Column.of("made", Types.DATE),
            Column.of("opens", Types.TIME),
            Column.of("seen", Types.TIMESTAMP),
            Column.of("added", Types.TIMESTAMPTZ).notNull().serverDefault(now()),
            Column.of("style", Types.enumeration(Style.class)).serverDefault(Style.ART_DECO),
            Column.of("details", Types.JSON),
            Column.of("tags", Types.array(Types.VARCHAR(20))),
            Column.of("sizes", Types.array(Types.BIGINT)));

    /** Declares it. */
    public Museum() {
        person.add(Column.of("Id \"of\" it", Types.BIGINT).primaryKey().identity());
        person.add(Column.of("select", Types.VARCHAR(20)).notNull());
        person.add(Column.of("boss", Types.BIGINT).references(() -> this.personId(), ForeignKey.Action.SET_NULL));
        person.add(Column.of("wing", Types.VARCHAR(10)));
        person.add(Column.of("number", Types.INTEGER));
        person.foreignKey(
                "fk to: a \"room\"",
                List.of(person.column("wing"), person.column("number")),
                () -> List.of(room.column("wing"), room.column("number")),
                ForeignKey.Action.NO_ACTION);
        person.unique("Un: \"ique\"", List.of(person.column("select"), person.column("boss")));
        person.index("In; \"dex\"", List.of(person.column("number"), person.column("select")), true);
        person.check("Ch: \"eck\"", person.column("number", Integer.class).gt(0));
        piece.foreignKey(
                null,
                List.of(piece.column("wing"), piece.column("number")),
                () -> List.of(room.column("wing"), room.column("number")),
                ForeignKey.Action.NO_ACTION);
        piece.index(piece.column("made"), piece.column("seen"));
        piece.check("ck_piece_small", piece.column("small", Short.class).between((short) 0, (short) 9));
    }

    private Column<Long> personId() {
        return person.column("Id \"of\" it", Long.class);
    }
}
