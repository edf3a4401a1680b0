package dev.azoth.orm.relationship;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.OnDeleteCascade;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An entity whose parts the database deletes. */
@Entity
class Shelf {
    static final MetaData TABLES = Entities.metadata(Shelf.class);

    @Id
    @GeneratedValue
    Long id;

    String name = "";

    @OneToMany(mappedBy = "shelf", cascade = CascadeType.ALL)
    @OnDeleteCascade
    List<Volume> volumes = new ArrayList<>();

    @OneToOne(mappedBy = "shelf", cascade = CascadeType.ALL)
    @OnDeleteCascade
    Lazy<Label> label = Lazy.empty();

    @ElementCollection
    @OnDeleteCascade
    Set<String> topics = new HashSet<>();

    @Entity
    static class Volume {
        @Id
        @GeneratedValue
        Long id;

        @ManyToOne(optional = false)
        Lazy<Shelf> shelf = Lazy.empty();
    }

    @Entity
    static class Label {
        @Id
        @GeneratedValue
        Long id;

        @OneToOne(optional = false)
        Lazy<Shelf> shelf = Lazy.empty();
    }
}
