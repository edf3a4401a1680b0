package mistakes;

import jakarta.persistence.*;

/** Keys that other classes tell of. */
final class DerivedKeys {
    private DerivedKeys() {}

    static class Other {
        String one;
    }

    @Entity
    @IdClass(Other.class)
    static class Keyed {
        @Id
        int one;

        @Id
        long two;
    }

    @Embeddable
    static class Value {
        int a;
        int b;
    }

    @Entity
    @IdClass(Other.class)
    static class Twice {
        @EmbeddedId
        Value id;

        @MapsId("c")
        @ManyToOne
        Keyed unknown;

        @MapsId
        @ManyToOne
        Single tooMany;

        @MapsId("a")
        @ManyToOne
        Keyed tooFew;
    }

    @Entity
    static class Single {
        @Id
        @GeneratedValue
        Long id;

        @MapsId
        @OneToOne
        Keyed two;

        @MapsId
        @OneToOne
        Text text;

        @Id
        @MapsId("id")
        @OneToOne
        Text both;

        @MapsId("id")
        @OneToOne(mappedBy = "single")
        Text inverse;
    }

    @Entity
    static class Text {
        @Id
        String id;

        @OneToOne
        Single single;
    }

    @Entity
    static class Circle {
        @Id
        int id;

        @MapsId
        @OneToOne
        Circle other;
    }

    @Entity
    static class Generated {
        @Id
        @GeneratedValue
        Long id;

        @MapsId
        @OneToOne
        Referred referred;
    }

    @Entity
    static class Referred {
        @Id
        Long id;
    }
}
