package dev.azoth.orm.relationship;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity that leads to itself by relationships of every shape. */
@Entity
class Knot {
    static final MetaData TABLES = Entities.metadata(Knot.class);
    static final EntityPath<Knot> knot = Entities.path(Knot.class);

    @Id
    @GeneratedValue
    Long id;

    String name = "";

    @ManyToOne(cascade = CascadeType.PERSIST)
    Lazy<Knot> owner = Lazy.empty();

    @Nullable
    @ManyToOne(cascade = CascadeType.PERSIST)
    Knot plain;

    @OneToMany(mappedBy = "owner", cascade = CascadeType.PERSIST)
    List<Knot> children = new ArrayList<>();

    @OneToOne(cascade = CascadeType.PERSIST)
    Lazy<Knot> next = Lazy.empty();

    @OneToOne(mappedBy = "next", cascade = CascadeType.PERSIST)
    Lazy<Knot> previous = Lazy.empty();

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(name = "knot_friends")
    Set<Knot> friends = new HashSet<>();

    @ManyToMany(mappedBy = "friends", cascade = CascadeType.PERSIST)
    Set<Knot> friendOf = new HashSet<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinTable(name = "knot_parts")
    List<Knot> parts = new ArrayList<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(name = "knot_ordered")
    @OrderColumn
    List<Knot> ordered = new ArrayList<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(name = "knot_keyed")
    @MapKey(name = "name")
    Map<String, Knot> keyed = new HashMap<>();

    Knot() {}

    Knot(String name) {
        this.name = name;
    }
}
