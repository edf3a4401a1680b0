package mistakes;

import dev.azoth.orm.annotation.OnDeleteCascade;
import dev.azoth.orm.annotation.Subclasses;
import jakarta.persistence.*;
import java.util.List;
import java.util.Set;

/** Entities that extend each other. */
final class Hierarchies {
    private Hierarchies() {}

    @Entity
    @Subclasses({Known.class, Doubled.class, Stranger.class, Tabled.class})
    @DiscriminatorColumn(length = 5, columnDefinition = "CHAR(5)")
    static class Top {
        @Id
        int id;

        String dtype;
    }

    @Entity
    @DiscriminatorValue("Top")
    static class Known extends Top {
        @Version
        int version;

        @Id
        int second;
    }

    @Entity @dev.azoth.orm.annotation.Naming(dev.azoth.orm.NamingStrategy.class)
    @DiscriminatorValue("too long")
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Doubled extends Top {
        String more;
    }

    @Entity
    static class Stranger {
        @Id
        int id;
    }

    @Entity
    @Table(name = "other")
    @DiscriminatorValue("t")
    static class Tabled extends Top {}

    @Entity
    @DiscriminatorValue("f")
    static class Forgotten extends Top {}

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static sealed class Apart permits Part {
        @Id
        @GeneratedValue
        int id;
    }

    @Entity
    static final class Part extends Apart {
        String dtype;
    }

    @Entity
    @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("1")
    static sealed class Counted permits Named, Lettered {
        @Id
        int id;
    }

    @Entity
    @DiscriminatorValue("two")
    static final class Named extends Counted {
        int size;
    }

    @Entity
    @DiscriminatorValue("3")
    static final class Lettered extends Counted {
        @Column(name = "size")
        String letters;
    }

    enum Kind {
        ONE,
        TWO
    }

    @Entity
    @DiscriminatorColumn(name = "kind")
    @DiscriminatorValue("THREE")
    static sealed class Listed permits Second {
        @Id
        int id;

        @Column(insertable = false, updatable = false)
        Kind kind;
    }

    @Entity
    @DiscriminatorValue("TWO")
    static final class Second extends Listed {}

    @Entity
    @DiscriminatorColumn(length = 5)
    @DiscriminatorValue("short")
    static sealed class Cramped permits Longer {
        @Id
        int id;
    }

    @Entity
    @DiscriminatorValue("longer")
    static final class Longer extends Cramped {}

    @Entity
    @DiscriminatorColumn(name = "day")
    static sealed class Dated permits Later {
        @Id
        int id;

        @Column(insertable = false, updatable = false)
        java.time.LocalDate day;
    }

    @Entity
    static final class Later extends Dated {}

    @Entity
    @Inheritance
    @DiscriminatorValue("alone")
    static class Alone {
        @Id
        int id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static sealed class Scattered permits Piece {
        @Id
        int id;

        @ElementCollection
        @OnDeleteCascade
        Set<String> words;

        @OneToMany(mappedBy = "scattered", cascade = CascadeType.REMOVE)
        @OnDeleteCascade
        List<Heap> heaps;

        @ManyToOne
        Heap heap;
    }

    @Entity
    static final class Piece extends Scattered {
        @ElementCollection
        @OnDeleteCascade
        Set<String> allowed;
    }

    @Entity
    static class Heap {
        @Id
        int id;

        @ManyToOne
        Scattered scattered;

        @OneToMany(mappedBy = "heap", cascade = CascadeType.REMOVE)
        @OnDeleteCascade
        List<Scattered> pieces;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @DiscriminatorColumn(name = "kind")
    static sealed class ToldByTables permits ToldByTablesBelow {
        @Id
        int id;

        @dev.azoth.orm.annotation.ColumnProperty
        String kind;

        static dev.azoth.sql.Expression<String> kind(dev.azoth.orm.EntityPath<ToldByTables> path) {
            return null;
        }
    }

    @Entity
    static final class ToldByTablesBelow extends ToldByTables {}

    @Entity
    @DiscriminatorColumn(name = "kind")
    static sealed class ToldByQueries permits ToldByQueriesBelow {
        @Id
        int id;

        @dev.azoth.orm.annotation.QueryExpression
        String kind;
    }

    @Entity
    static final class ToldByQueriesBelow extends ToldByQueries {}

    @Entity
    @dev.azoth.orm.annotation.OnUpdateCascade
    static class Followed {
        @Id
        @jakarta.persistence.GeneratedValue
        int id;
    }

    @Entity
    @dev.azoth.orm.annotation.OnUpdateCascade
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static sealed class FollowedInTables permits FollowedBelow {
        @Id
        String code;
    }

    @Entity
    static final class FollowedBelow extends FollowedInTables {}

    @Entity
    static sealed class NotFollowed permits FollowedHalf {
        @Id
        String code;
    }

    @Entity
    @dev.azoth.orm.annotation.OnUpdateCascade
    static final class FollowedHalf extends NotFollowed {}

    @Entity
    @dev.azoth.orm.annotation.ReadOnly
    @dev.azoth.orm.annotation.OnUpdateCascade
    static class FollowedReadOnly {
        @Id
        String code;
    }
}
