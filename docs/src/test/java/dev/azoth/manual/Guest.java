package dev.azoth.manual;

import static dev.azoth.manual.Guest_.guest;

import dev.azoth.orm.Hybrid;
import dev.azoth.orm.annotation.ColumnProperty;
import dev.azoth.orm.annotation.QueryExpression;
import dev.azoth.sql.Expression;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

// tag::guest-entity
@Entity
public class Guest {
    static final Hybrid<Guest, Boolean> NAMED =
            Hybrid.of(guest, g -> g.first.ne("").and(g.last.ne("")));

    @Id
    int number;

    String first = "";

    String last = "";

    @ColumnProperty
    String fullName = "";

    @QueryExpression
    @Nullable
    Integer rank;

    static Expression<String> fullName(Guest_ guest) {
        return guest.first.concat(" ").concat(guest.last);
    }
}
// end::guest-entity
