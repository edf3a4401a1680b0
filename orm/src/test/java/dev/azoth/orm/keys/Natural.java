package dev.azoth.orm.keys;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.OnUpdateCascade;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.orm.annotation.UpdatedAt;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities whose keys mean something outside, so that they change. */
final class Natural {
    private Natural() {}

    /** All rows follow its key. */
    @Entity
    @Table(name = "natural_country")
    @OnUpdateCascade
    static class Country {
        @Id
        @Column(length = 20)
        String code = "";

        String name = "";

        @OneToMany(mappedBy = "country", cascade = CascadeType.ALL)
        List<City> cities = new ArrayList<>();

        @ElementCollection
        Set<String> languages = new HashSet<>();

        @ManyToMany(cascade = CascadeType.PERSIST)
        Set<Club> clubs = new HashSet<>();

        Country() {}

        Country(String code) {
            this.code = code;
        }
    }

    @Entity
    @Table(name = "natural_city")
    static class City {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "country_code")
        Lazy<Country> country = Lazy.empty();

        @Column(name = "country_code", insertable = false, updatable = false, length = 20)
        @Nullable
        String countryCode;
    }

    @Entity
    @Table(name = "natural_club")
    @OnUpdateCascade
    static class Club {
        @Id
        @Column(length = 20)
        String name = "";

        @ManyToMany(mappedBy = "clubs")
        Set<Country> countries = new HashSet<>();

        Club() {}

        Club(String name) {
            this.name = name;
        }
    }

    /** Nothing follows its key by itself. */
    @Entity
    @Table(name = "natural_shop")
    static class Shop {
        @Id
        @Column(length = 20)
        String code = "";

        @Version
        int version;

        @UpdatedAt
        @Nullable
        Instant changed;

        @Nullable
        String note;

        @OneToMany(mappedBy = "shop")
        List<Shelf> shelves = new ArrayList<>();

        @ElementCollection
        List<String> brands = new ArrayList<>();

        @ManyToMany
        Set<Club> clubs = new HashSet<>();

        @ManyToOne
        @Nullable
        Shop mother;

        Shop() {}

        Shop(String code) {
            this.code = code;
        }
    }

    @Entity
    @Table(name = "natural_shelf")
    static class Shelf {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne
        Lazy<Shop> shop = Lazy.empty();
    }

    @Entity
    @Table(name = "natural_sign")
    static class Sign {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne(optional = false)
        @Nullable
        Shop shop;
    }

    @Embeddable
    record Seat(@Column(length = 20) String hall, int number) {}

    /** A key of two values in one. */
    @Entity
    @Table(name = "natural_place")
    @OnUpdateCascade
    static class Place {
        @EmbeddedId
        Seat seat = new Seat("", 0);

        @OneToMany(mappedBy = "place")
        List<Ticket> tickets = new ArrayList<>();

        /** With the key of its place, and more. */
        Place() {}

        Place(String hall, int number) {
            this.seat = new Seat(hall, number);
        }
    }

    /** A key that has another in it, and a number. */
    @Entity
    @Table(name = "natural_ticket")
    static class Ticket {
        @Id
        @ManyToOne
        @Nullable
        Place place;

        @Id
        int day;

        @OneToOne(mappedBy = "ticket", cascade = CascadeType.ALL)
        Lazy<Receipt> receipt = Lazy.empty();

        Ticket() {}

        Ticket(Place place, int day) {
            this.place = place;
            this.day = day;
        }
    }

    /** The very key of another. */
    @Entity
    @Table(name = "natural_receipt")
    static class Receipt {
        @EmbeddedId
        @Nullable
        TicketKey key;

        @MapsId
        @OneToOne
        @Nullable
        Ticket ticket;

        int paid;
    }

    @Embeddable
    record TicketKey(@Column(length = 20) String hall, Integer number, Integer day) {}

    /** In two tables. */
    @Entity
    @Table(name = "natural_document")
    @Inheritance(strategy = InheritanceType.JOINED)
    @Subclasses(Letter.class)
    @OnUpdateCascade
    static class Document {
        @Id
        @Column(length = 20)
        String code = "";

        @Nullable
        String title;
    }

    @Entity
    @Table(name = "natural_letter")
    static class Letter extends Document {
        @Nullable
        String receiver;

        Letter() {}

        Letter(String code) {
            this.code = code;
        }
    }
}
