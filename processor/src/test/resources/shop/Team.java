package shop;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.ColumnProperty;
import dev.azoth.orm.annotation.QueryExpression;
import dev.azoth.orm.annotation.Uuid;
import dev.azoth.sql.Expression;
import jakarta.persistence.*;
import java.util.UUID;

@Entity
public class Team {
    @Id
    @Uuid(version = 4)
    UUID id;

    @Column(unique = true, nullable = false, length = 40)
    String team;

    @ManyToOne(fetch = FetchType.LAZY)
    Team parent;

    @ColumnProperty
    String title;

    @ColumnProperty("title")
    Lazy<String> table = Lazy.empty();

    @QueryExpression
    Integer rank;

    static Expression<String> title(EntityPath<Team> team) {
        return team.column("team", String.class).concat("!");
    }
}
