package mistakes;

import jakarta.persistence.*;
import java.util.List;

/** What a class must be. */
final class Classes {
    private Classes() {}

    @Entity
    static class NoKey {
        String name;
    }

    @Entity
    interface AnInterface {}

    @Entity
    enum AnEnum {
        ONE
    }

    @Entity
    abstract static class Abstract {
        @Id
        int id;
    }

    @Entity
    class Inner {
        @Id
        int id;
    }

    @Entity
    private static class Private {
        @Id
        int id;
    }

    @Entity
    static class Generic<T> {
        @Id
        int id;
    }

    @Entity
    static class NoConstructor {
        @Id
        int id;

        NoConstructor(int id) {
            this.id = id;
        }
    }

    @Entity
    static class FinalField {
        @Id
        final int id = 1;
    }

    @Entity
    static class Parent {
        @Id
        int id;
    }

    @Entity
    static class Child extends Parent {
        String more;
    }

    static class Plain {
        String forgotten;
        transient String left;
    }

    @Entity
    static class OfPlain extends Plain {
        @Id
        int id;
    }

    @MappedSuperclass
    static class Named {
        @Id
        String name;
    }

    @Entity
    static class Shadowing extends Named {
        String name;
    }

    @Entity
    @Embeddable
    static class Both {
        @Id
        int id;
    }

    @Entity
    static class Getters {
        private int id;

        @Id
        int getId() {
            return id;
        }

        @PrePersist
        void before() {}
    }

    @Entity
    @Access(AccessType.PROPERTY)
    @Cacheable
    @Inheritance
    @IdClass(Object.class)
    @Table(
            catalog = "c",
            comment = "a\0b",
            check = @CheckConstraint(constraint = " ", options = "x"),
            uniqueConstraints = @UniqueConstraint(columnNames = "absent", options = "x"),
            indexes = @Index(columnList = "id, name DESC", options = "x"))
    @NamedQuery(name = "all", query = "from Unsupported")
    static class Unsupported {
        @Id
        int id;

        String name;
    }

    @Entity
    record Relations(@Id int id, @ManyToOne Parent parent, @OneToMany(mappedBy = "x") List<Parent> all, @Transient String no) {}

    @Entity
    static class TwoVersions {
        @Id
        int id;

        @Version
        int first;

        @Version
        String second;
    }

    @Entity
    static class SameColumn {
        @Id
        int id;

        @Column(name = "id")
        String again;

        @ManyToOne
        Parent parent;

        @Column(name = "parent_id")
        Integer parentId;

        @Column(name = "parent_id", insertable = false, updatable = false)
        String parentText;
    }

    @Entity
    static class SameColumnOtherType {
        @Id
        int id;

        @Column(name = "ID", insertable = false, updatable = false)
        String upper;

        @Column(name = "id", insertable = false, updatable = false)
        String text;
    }

    @Entity
    @EntityListeners({Silent.class, Stranger.class, OfParents.class, Runnable.class})
    static class Called {
        @Id
        int id;

        @PrePersist
        void one(String text) {}

        @PrePersist
        void two() {}

        @PostLoad
        int three() {
            return id;
        }
    }

    static class Silent {}

    static class Stranger {
        Stranger(String name) {}
    }

    static class OfParents {
        @PreUpdate
        void of(Parent parent) {}

        @PreRemove
        void of() {}
    }
}
