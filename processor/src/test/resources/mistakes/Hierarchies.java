package mistakes;

import dev.azoth.orm.annotation.Subclasses;
import jakarta.persistence.*;

/** Entities that extend each other. */
final class Hierarchies {
    private Hierarchies() {}

    @Entity
    @Subclasses({Known.class, Doubled.class, Stranger.class, Tabled.class})
    @DiscriminatorColumn(length = 5, discriminatorType = DiscriminatorType.INTEGER)
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

    @Entity
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
        int id;
    }

    @Entity
    static final class Part extends Apart {}

    @Entity
    @Inheritance
    @DiscriminatorValue("alone")
    static class Alone {
        @Id
        int id;
    }
}
