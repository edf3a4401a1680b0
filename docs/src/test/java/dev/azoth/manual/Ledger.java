package dev.azoth.manual;

import static dev.azoth.schema.NamingConvention.Kind.INDEX;

import dev.azoth.orm.NamingStrategy;
import dev.azoth.orm.annotation.Indexed;
import dev.azoth.orm.annotation.Naming;
import dev.azoth.schema.NamingConvention;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A book of a database that names things in a way of its own. */
// tag::entities-naming
@Entity
@Naming(Ledger.Legacy.class)
public class Ledger { // t_ledger
    @Id
    int id;

    @Indexed
    int pageNumber; // page_number, indexed by i_t_ledger_page_number

    public static final class Legacy implements NamingStrategy {
        @Override
        public String table(String name) {
            return "t_" + name;
        }

        @Override
        public NamingConvention constraints() {
            return NamingConvention.STANDARD.with(INDEX, index -> "i_" + index.table() + "_" + index.joinedColumns());
        }
    }
}
// end::entities-naming
