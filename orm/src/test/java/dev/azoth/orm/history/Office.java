package dev.azoth.orm.history;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.SoftDelete;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities whose history is kept: of every strategy of inheritance, with reserved words, and with a key of several columns. */
final class Office {
    static final MetaData TABLES =
            Entities.metadata(Contract.class, Party.class, Asset.class, Letter.class, Line.class, Draft.class);
    static final EntityPath<Contract> contract = Entities.path(Contract.class);
    static final EntityPath<Party> party = Entities.path(Party.class);
    static final EntityPath<Person> person = Entities.path(Person.class);
    static final EntityPath<Asset> asset = Entities.path(Asset.class);
    static final EntityPath<Letter> letter = Entities.path(Letter.class);

    private Office() {}

    static EntityHistory history() {
        return EntityHistory.of(Contract.class, Party.class, Asset.class, Letter.class, Line.class, Draft.class);
    }

    enum Phase {
        OPEN,
        CLOSED
    }

    @Embeddable
    record Place(
            @Nullable @Column(length = 40) String city,
            @Nullable @Column(length = 10) String zip) {}

    @Entity
    @Table(name = "contract")
    static class Contract {
        @Id
        @GeneratedValue
        Long id;

        @Version
        int version;

        @Column(length = 80)
        String title = "";

        @Nullable
        BigDecimal amount;

        @Enumerated(EnumType.STRING)
        Phase phase = Phase.OPEN;

        @Nullable
        Place place;

        @Nullable
        @ManyToOne
        Party signer;

        @Nullable
        @ManyToOne(cascade = CascadeType.PERSIST)
        Contract partner;

        @Column(length = 4000)
        Lazy<String> text = Lazy.empty();

        @ElementCollection
        Set<String> tags = new HashSet<>();

        Contract() {}

        Contract(String title) {
            this.title = title;
        }
    }

    @Entity
    @Table(name = "party")
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class Party permits Person, Firm {
        @Id
        @GeneratedValue
        Long id;

        @Column(length = 40)
        String name = "";
    }

    @Entity
    @Table(name = "person")
    static final class Person extends Party {
        int born;
    }

    @Entity
    @Table(name = "firm")
    static final class Firm extends Party {
        @Nullable
        @Column(length = 20)
        String number;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static sealed class Asset permits House, Ship {
        @Id
        int id;

        int worth;
    }

    @Entity
    @Table(name = "house")
    static final class House extends Asset {
        int rooms;

        int size;
    }

    @Entity
    @Table(name = "ship")
    static final class Ship extends Asset {
        @Nullable
        @Column(length = 20)
        String flag;

        /** Of another type than a house's: they are in two tables. */
        @Nullable
        BigDecimal size;
    }

    @Entity
    @Table(name = "letter")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "kind", length = 10)
    static sealed class Letter permits Reply {
        @Id
        int id;

        @Column(length = 40)
        String subject = "";
    }

    @Entity
    static final class Reply extends Letter {
        int answers;
    }

    /** Nothing but reserved words, and a key of two columns. */
    @Entity
    @Table(name = "order")
    static class Line {
        @Id
        @Column(name = "select")
        int order;

        @Id
        @Column(name = "from", length = 10)
        String number = "";

        @Column(name = "group", length = 40)
        String group = "";
    }

    @Entity
    @Table(name = "draft")
    static class Draft {
        @Id
        int id;

        @SoftDelete
        boolean deleted;
    }
}
