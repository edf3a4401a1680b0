package dev.azoth.compile;

import dev.azoth.CompileException;
import dev.azoth.schema.ForeignKey;
import java.util.Optional;

/** Where the tables may be that foreign keys lead to. */
public enum KeyReach {
    /** In any schema. A table of which none is said is looked for as in a query. */
    ANYWHERE {
        @Override
        void check(ForeignKey key, Optional<String> own, Optional<String> other, SqlWriter out) {}
    },
    /** In any schema that is said: a table of which none is said is looked for in that of the table that refers to it. */
    SAID_SCHEMAS {
        @Override
        void check(ForeignKey key, Optional<String> own, Optional<String> other, SqlWriter out) {
            if (own.isPresent() && other.isEmpty()) {
                throw new CompileException(out.server().product() + " would look for the table "
                        + key.target().name() + ", to which the foreign key " + key.name() + " of the table "
                        + key.table().name() + " leads, in the schema " + own.get()
                        + " of that: say in which schema it is");
            }
        }
    },
    /** In the schema of the table that refers to them, which is {@code main} if none is said. */
    OWN_SCHEMA {
        @Override
        void check(ForeignKey key, Optional<String> own, Optional<String> other, SqlWriter out) {
            if (!own.orElse(MAIN).equals(other.orElse(MAIN))) {
                throw out.unsupported("foreign key into another schema, as " + key.name() + " of the table "
                        + key.table().name() + " in " + own.orElse(MAIN) + ", which leads to "
                        + key.target().name() + " in " + other.orElse(MAIN));
            }
        }
    };

    private static final String MAIN = "main";

    /** Refuses a key that leads elsewhere. */
    final void check(ForeignKey key, SqlWriter out) {
        check(key, out.schema(key.table()), out.schema(key.target()), out);
    }

    abstract void check(ForeignKey key, Optional<String> own, Optional<String> other, SqlWriter out);
}
