package mistakes;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.ColumnProperty;
import dev.azoth.orm.annotation.QueryExpression;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import jakarta.persistence.*;

/** What is read from expressions of SQL. */
final class Expressions {
    private Expressions() {}

    @Entity
    static class Missing {
        @Id
        int id;

        @ColumnProperty
        String nobody;

        @ColumnProperty("twice")
        int several;

        @ColumnProperty("number")
        String other;

        @ColumnProperty("plain")
        Integer noExpression;

        @ColumnProperty("number")
        @Id
        @Column(name = "x")
        Integer key;

        @ColumnProperty("number")
        @QueryExpression
        Integer both;

        @QueryExpression
        int primitive;

        @QueryExpression
        Lazy<String> lazy;

        @ColumnProperty("reference")
        Integer fine;

        @ColumnProperty("number")
        Thread noType;

        static Expression<Integer> twice(EntityPath<Missing> path) {
            return null;
        }

        static Expression<Integer> twice(Object path) {
            return null;
        }

        static Expression<Integer> number(EntityPath<Missing> path) {
            return null;
        }

        static ColumnReference<Integer> reference(EntityPath<Missing> path) {
            return null;
        }

        static Integer plain(EntityPath<Missing> path) {
            return null;
        }
    }

    @Embeddable
    static class Value {
        String text;

        @QueryExpression
        String computed;
    }

    @Entity
    static class Owner {
        @Id
        int id;

        Value value;
    }
}
