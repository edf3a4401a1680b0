package dev.azoth.orm.session;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.SessionFactory;
import dev.azoth.schema.MetaData;
import dev.azoth.testing.Database;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities with every kind of relationship, for the tests of the session. None of their {@code equals} may ever be called. */
final class Workshop {
    static final MetaData TABLES = Entities.metadata(
            Team.class,
            Member.class,
            Skill.class,
            Badge.class,
            Part.class,
            DoorKey.class,
            DoorLock.class,
            Hen.class,
            Egg.class,
            Document.class,
            Order.class,
            OrderLine.class,
            Point.class,
            Folder.class);

    private Workshop() {}

    static SessionFactory sessions(Database database) {
        return SessionFactory.create(database.engine());
    }

    /** Fails when it is compared as its class says. */
    abstract static class Incomparable {
        @Override
        public boolean equals(@Nullable Object other) {
            throw new AssertionError("equals of an entity was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode of an entity was called");
        }

        @Override
        public String toString() {
            return "a " + getClass().getSimpleName();
        }
    }

    /** The parent of a bidirectional relationship that cascades everything and removes orphans. */
    @Entity
    @Table(name = "team")
    static class Team extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true)
        String name;

        @OneToMany(mappedBy = "team", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Member> members = new ArrayList<>();

        Team() {}

        Team(String name, Member... members) {
            this.name = name;
            this.members.addAll(List.of(members));
        }
    }

    /** A child with a version, and with pairs. */
    @Entity
    @Table(name = "member")
    static class Member extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        @Version
        int version;

        String name;

        @Nullable
        String note;

        @Nullable
        @ManyToOne
        Team team;

        @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
        Set<Skill> skills = Collections.newSetFromMap(new IdentityHashMap<>());

        @Nullable
        @OneToOne(mappedBy = "owner", cascade = CascadeType.ALL, orphanRemoval = true)
        Badge badge;

        Member() {}

        Member(String name) {
            this.name = name;
        }
    }

    /** The other end of pairs. */
    @Entity
    @Table(name = "skill")
    static class Skill extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @ManyToMany(mappedBy = "skills")
        List<Member> members = new ArrayList<>();

        Skill() {}

        Skill(String name) {
            this.name = name;
        }
    }

    /** With a key of the program, and a lazy relationship to one. */
    @Entity
    @Table(name = "badge")
    static class Badge extends Incomparable {
        @Id
        @Column(length = 50)
        String code;

        @OneToOne
        Lazy<Member> owner = Lazy.empty();

        Badge() {}

        Badge(String code) {
            this.code = code;
        }
    }

    /** Leads to itself. */
    @Entity
    @Table(name = "part")
    static class Part extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        String name;

        @Nullable
        @ManyToOne(cascade = CascadeType.PERSIST)
        Part whole;

        @OneToMany(mappedBy = "whole", cascade = CascadeType.ALL)
        List<Part> parts = new ArrayList<>();

        Part() {}

        Part(String name, Part... parts) {
            this.name = name;
            this.parts.addAll(List.of(parts));
        }
    }

    /** Leads to a {@link DoorLock}, which leads back. */
    @Entity
    @Table(name = "door_key")
    static class DoorKey extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        @Nullable
        @ManyToOne(cascade = CascadeType.ALL)
        DoorLock lock;
    }

    /** Leads to a {@link DoorKey}, which leads back; may not be null. */
    @Entity
    @Table(name = "door_lock")
    static class DoorLock extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false, cascade = CascadeType.ALL)
        DoorKey key;
    }

    /** Needs an {@link Egg}. */
    @Entity
    @Table(name = "hen")
    static class Hen extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false, cascade = CascadeType.ALL)
        Egg egg;
    }

    /** Needs a {@link Hen}. */
    @Entity
    @Table(name = "egg")
    static class Egg extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false, cascade = CascadeType.ALL)
        Hen hen;
    }

    /** With a key that the session makes, and a column that is loaded when asked for. */
    @Entity
    @Table(name = "document")
    static class Document extends Incomparable {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        String title;

        @Column(length = 5000)
        Lazy<String> body = Lazy.empty();

        byte[] checksum = {};

        Document() {}

        Document(String title) {
            this.title = title;
        }
    }

    /** With nothing but reserved words. */
    @Entity
    @Table(name = "order")
    static class Order extends Incomparable {
        @Id
        @GeneratedValue
        @Column(name = "select")
        long id;

        @Column(name = "from", length = 200)
        String group;

        @Version
        @Column(name = "where")
        Long version;

        @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
        List<OrderLine> lines = new ArrayList<>();
    }

    /** With a key of several columns, one of which leads to another entity. */
    @Entity
    @Table(name = "order line")
    static class OrderLine extends Incomparable {
        @Id
        @ManyToOne
        @JoinColumn(name = "table")
        Order order;

        @Id
        @Column(name = "index")
        int number;

        int amount;

        OrderLine() {}

        OrderLine(int number, int amount) {
            this.number = number;
            this.amount = amount;
        }
    }

    /** Never changes. */
    @Entity
    @Table(name = "point")
    record Point(@Id String name, int x, int y) {}

    /** The parent of a relationship through a table of pairs, from one side only. */
    @Entity
    @Table(name = "folder")
    static class Folder extends Incomparable {
        @Id
        @GeneratedValue
        Long id;

        @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
        @jakarta.persistence.JoinTable(name = "folder_documents")
        List<Document> documents = new ArrayList<>();
    }
}
