package dev.azoth.orm.session;

import dev.azoth.orm.SessionOptions;
import dev.azoth.orm.criteria.Tenancy;

/** What a session gives to members of objects comes from here: values that classes make, and numbers of sequences. */
record ValueSources(SessionOptions options, SequenceBlocks sequences, Tenancy tenancy) {
    /** The values for one flush, or for one object that is added. */
    GivenValues begin() {
        return new GivenValues(this);
    }
}
