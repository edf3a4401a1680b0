package dev.azoth.orm.relationship;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity with collections of values of every kind. */
@Entity
class Hiker implements Serializable {
    @Id
    @GeneratedValue
    Long id;

    @Version
    int version;

    String name;

    @ElementCollection
    List<String> nicknames = new ArrayList<>();

    @ElementCollection
    Set<Colour> colours = new HashSet<>();

    /** Every name is a reserved word. */
    @ElementCollection
    @CollectionTable(name = "order", joinColumns = @JoinColumn(name = "select"))
    @OrderColumn(name = "group")
    @Column(name = "from", length = 40)
    List<String> route = new ArrayList<>();

    @ElementCollection
    @AttributeOverride(name = "number.area", column = @Column(name = "prefix", length = 5))
    List<Phone> phones = new ArrayList<>();

    @ElementCollection
    Set<Hut> huts = new HashSet<>();

    @ElementCollection
    @OrderBy("DESC")
    Collection<Integer> heights = new ArrayList<>();

    @ElementCollection
    @Convert(converter = Upper.class)
    Set<Word> words = new HashSet<>();

    /** Numbers that no database finds again for sure. */
    @ElementCollection
    List<Double> weights = new ArrayList<>();

    Hiker() {}

    Hiker(String name) {
        this.name = name;
    }

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    /** A record within a record. */
    @Embeddable
    record PhoneNumber(
            @Column(length = 5) String area,
            @Column(length = 20) String line) implements Serializable {}

    /** A record of which a part may be null. */
    @Embeddable
    record Phone(
            PhoneNumber number,
            @Nullable @Column(length = 20) String use) implements Serializable {}

    /** A class whose objects change in place. */
    @Embeddable
    static class Hut implements Serializable {
        @Column(length = 30, nullable = false)
        String name;

        int beds;

        Hut() {}

        Hut(String name, int beds) {
            this.name = name;
            this.beds = beds;
        }
    }

    record Word(String text) implements Serializable {}

    static class Upper implements AttributeConverter<Word, String> {
        @Override
        public String convertToDatabaseColumn(Word word) {
            return word.text().toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public Word convertToEntityAttribute(String stored) {
            return new Word(stored.toLowerCase(java.util.Locale.ROOT));
        }
    }
}
