package dev.azoth.orm;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;

/** An option: what the query loads is only read. Got from {@link Loading#readOnly}. */
public enum ReadOnly implements QueryOption {
    /** The option. */
    INSTANCE;

    @Override
    public void describe(Structure out) {
        out.value(this);
    }
}
