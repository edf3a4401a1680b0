package dev.azoth.orm;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;

/** An option: the query's rows overwrite the objects that the session has already, changed or not. Got from {@link Loading#populateExisting}. */
public enum PopulateExisting implements QueryOption {
    /** The option. */
    INSTANCE;

    @Override
    public void describe(Structure out) {
        out.value(this);
    }
}
