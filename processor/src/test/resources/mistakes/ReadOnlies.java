package mistakes;

import dev.azoth.orm.annotation.*;
import dev.azoth.sql.*;
import jakarta.persistence.*;
import java.util.List;

/** Entities that are only read. */
final class ReadOnlies {
    private ReadOnlies() {}

    @Entity
    @DerivedTable
    static class WithoutQuery {
        @Id
        int id;
    }

    @Entity
    @View("rows")
    static class WithSomethingElse {
        @Id
        int id;

        static String rows() {
            return "SELECT 1 AS id";
        }

        static Select<Row> rows(int parameter) {
            return null;
        }
    }

    @Entity
    @ReadOnly
    @View
    static class Several {
        @Id
        int id;

        static CompoundSelect<Row> query() {
            return null;
        }
    }

    @Entity
    @ReadOnly
    static class Written {
        @Id
        @GeneratedValue
        long id;

        @Version
        int version;

        @ServerDefault("1")
        int size;

        @ElementCollection
        List<String> tags;

        @ManyToMany
        List<Several> pairs;

        @OneToMany
        List<Several> alone;
    }

    @Entity
    @Subclasses(Below.class)
    static class First {
        @Id
        int id;
    }

    @Entity
    @ReadOnly
    static class Below extends First {}
}
