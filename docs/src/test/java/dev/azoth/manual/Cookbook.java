package dev.azoth.manual;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// tag::cookbook-entity
@Entity
public class Cookbook {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToMany(cascade = CascadeType.PERSIST)
    @OrderColumn
    List<Recipe> menu = new ArrayList<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    @MapKey(name = "title")
    Map<String, Recipe> recipes = new HashMap<>();

    @ElementCollection
    @Column(name = "price")
    Map<Medium, Integer> prices = new HashMap<>();

    enum Medium {
        PAPER,
        SCREEN
    }
}
// end::cookbook-entity
