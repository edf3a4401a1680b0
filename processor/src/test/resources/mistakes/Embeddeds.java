package mistakes;

import dev.azoth.orm.Lazy;
import jakarta.persistence.*;
import java.util.List;

/** What an embedded value can be. */
final class Embeddeds {
    private Embeddeds() {}

    static class NotEmbeddable {
        String x;
    }

    @Embeddable
    static class Empty {}

    @Embeddable
    abstract static class Abstract {
        String x;
    }

    @Embeddable
    static class Endless {
        String x;

        @Embedded
        Endless again;
    }

    @Embeddable
    static class Full {
        @Id
        int id;

        @ManyToOne
        Owner owner;

        Lazy<String> lazy;
        Thread thread;

        @ElementCollection
        List<String> texts;
    }

    @Embeddable
    record Point(int x, int y) {}

    @Entity
    static class Owner {
        @Id
        int id;

        @Embedded
        NotEmbeddable notEmbeddable;

        @Embedded
        Empty empty;

        Abstract isAbstract;
        Endless endless;
        Full full;

        @Column(name = "p")
        Point named;

        @AttributeOverride(name = "z", column = @Column(name = "zz", columnDefinition = "INT"))
        Point overridden;

        @Embedded
        Lazy<Point> lazy;

        @Id
        @AssociationOverride(name = "x")
        Point key;
    }

    @Entity
    static class TwoKeys {
        @EmbeddedId
        Point point;

        @Id
        int id;
    }
}
