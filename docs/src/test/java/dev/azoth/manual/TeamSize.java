package dev.azoth.manual;

import static dev.azoth.manual.User_.user;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.DerivedTable;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

// tag::team-size-entity
@Entity
@DerivedTable
public class TeamSize {
    @Id
    @Nullable
    Long teamId;

    long members;

    @ManyToOne
    @JoinColumn(name = "team_id", insertable = false, updatable = false)
    Lazy<Team> team = Lazy.empty();

    static Select<Row> query() {
        ColumnReference<Long> team = user.team.key(Long.class);
        return select(team, count().as("members")).from(user).groupBy(team);
    }
}
// end::team-size-entity
