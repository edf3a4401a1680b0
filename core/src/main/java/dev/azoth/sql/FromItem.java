package dev.azoth.sql;

import java.util.List;

/** Something that can stand in FROM. */
public sealed interface FromItem extends Node, Source permits NamedTable, NamedFrom, Join {
    /** Its columns, in order. */
    List<? extends ColumnReference<?>> columns();

    /** What it joins, in order; itself if it is no join. */
    default List<FromItem> items() {
        return List.of(this);
    }

    @Override
    default FromItem fromItem() {
        return this;
    }
}
