package dev.azoth.orm.inheritance;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collections of every kind, of and to entities with a table for each class. */
final class Zoo {
    static final MetaData TABLES = Entities.metadata(Keeper.class, Animal.class, Meal.class);

    static final EntityPath<Keeper> keeper = Entities.path(Keeper.class);
    static final EntityPath<Animal> animal = Entities.path(Animal.class);
    static final EntityPath<Meal> meal = Entities.path(Meal.class);
    static final EntityPath<Shark> shark = Entities.path(Shark.class);

    private Zoo() {}

    /** Leads to animals of all classes. */
    @Entity
    @Table(name = "zoo_keeper")
    static class Keeper {
        @Id
        int id;

        @OneToMany(mappedBy = "keeper", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderColumn
        List<Animal> round = new ArrayList<>();

        @OneToMany(mappedBy = "owner", cascade = CascadeType.ALL)
        @MapKey(name = "name")
        Map<String, Animal> owned = new LinkedHashMap<>();

        @OneToMany(mappedBy = "friend", cascade = CascadeType.ALL)
        @MapKeyColumn(name = "called", length = 20)
        Map<String, Animal> friends = new LinkedHashMap<>();

        Keeper() {}

        Keeper(int id) {
            this.id = id;
        }
    }

    /** A value of two columns. */
    @Embeddable
    record Size(int height, @Nullable Integer length) {}

    /** Has collections of every kind. */
    @Entity
    @Table(name = "zoo_animal")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    abstract static sealed class Animal permits Bird, Fish {
        @Id
        int id;

        @Column(length = 20)
        String name = "";

        @ManyToOne
        @Nullable
        Keeper keeper;

        @ManyToOne
        @Nullable
        Keeper owner;

        @ManyToOne
        @Nullable
        Keeper friend;

        @ElementCollection
        Set<String> tags = new LinkedHashSet<>();

        @ElementCollection
        @OrderColumn
        List<Size> sizes = new ArrayList<>();

        @ElementCollection
        Map<String, Integer> counts = new LinkedHashMap<>();

        @OneToMany(mappedBy = "eater", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderColumn
        List<Meal> meals = new ArrayList<>();

        @ManyToMany
        @OrderColumn
        List<Animal> likes = new ArrayList<>();

        @ManyToMany
        @MapKeyColumn(length = 20)
        Map<String, Animal> mates = new LinkedHashMap<>();
    }

    /** Adds nothing. */
    @Entity
    @Table(name = "zoo_bird")
    static final class Bird extends Animal {
        Bird() {}

        Bird(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** Adds a collection, and is extended itself. */
    @Entity
    @Table(name = "zoo_fish")
    static sealed class Fish extends Animal permits Shark {
        @ElementCollection
        List<String> waters = new ArrayList<>();

        Fish() {}

        Fish(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** Has a collection whose owner is in one table. */
    @Entity
    @Table(name = "zoo_shark")
    static final class Shark extends Fish {
        @ElementCollection
        Set<Integer> teeth = new LinkedHashSet<>();

        Shark() {}

        Shark(int id, String name) {
            super(id, name);
        }
    }

    /** Leads to any animal. */
    @Entity
    @Table(name = "zoo_meal")
    static class Meal {
        @Id
        int id;

        @ManyToOne
        @Nullable
        Animal eater;

        Meal() {}

        Meal(int id) {
            this.id = id;
        }
    }
}
