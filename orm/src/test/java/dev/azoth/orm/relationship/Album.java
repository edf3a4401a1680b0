package dev.azoth.orm.relationship;

import dev.azoth.orm.Lazy;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity with ordered lists and maps of every shape. */
@Entity
class Album implements Serializable {
    @Id
    @GeneratedValue
    Long id;

    String name = "";

    /** Positions in the other table. */
    @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderColumn
    List<Track> tracks = new ArrayList<>();

    /** Positions in the pairs. */
    @ManyToMany(cascade = CascadeType.PERSIST)
    @OrderColumn(name = "order")
    List<Person> players = new ArrayList<>();

    /** Keys in the pairs. */
    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(name = "album_crew")
    @MapKeyColumn(name = "key", length = 20)
    Map<String, Person> crew = new HashMap<>();

    /** Keys in the other table. */
    @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKeyColumn(name = "year")
    Map<Integer, Edition> editions = new HashMap<>();

    /** Keys are an attribute of the other end. */
    @OneToMany(mappedBy = "titledAlbum", cascade = CascadeType.ALL)
    @MapKey(name = "title")
    Map<String, Track> byTitle = new HashMap<>();

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "price")
    Map<Medium, Integer> prices = new HashMap<>();

    Album() {}

    Album(String name) {
        this.name = name;
    }

    Album with(String... titles) {
        for (String each : titles) {
            tracks.add(new Track(each));
        }
        return this;
    }

    enum Medium {
        CD,
        VINYL
    }

    @Entity
    static class Track implements Serializable {
        @Id
        @GeneratedValue
        Long id;

        @Column(length = 40)
        String title = "";

        @ManyToOne
        Lazy<Album> album = Lazy.empty();

        @ManyToOne
        Lazy<Album> titledAlbum = Lazy.empty();

        Track() {}

        Track(String title) {
            this.title = title;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @Entity
    static class Edition implements Serializable {
        @Id
        @GeneratedValue
        Long id;

        @Nullable
        String publisher;

        @ManyToOne
        Lazy<Album> album = Lazy.empty();

        Edition() {}

        Edition(String publisher) {
            this.publisher = publisher;
        }

        @Override
        public String toString() {
            return String.valueOf(publisher);
        }
    }

    @Entity
    static class Person implements Serializable {
        @Id
        @GeneratedValue
        Long id;

        String name = "";

        @ManyToMany(mappedBy = "players")
        List<Album> plays = new ArrayList<>();

        Person() {}

        Person(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
