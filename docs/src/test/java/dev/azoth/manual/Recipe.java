package dev.azoth.manual;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

// tag::recipe-entity
@Entity
public class Recipe {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    String title = "";

    @ElementCollection
    @Column(name = "tag", length = 40)
    Set<String> tags = new HashSet<>();

    @ElementCollection
    @OrderColumn
    List<Step> steps = new ArrayList<>();

    @Embeddable
    record Step(@Column(length = 500) String text, int minutes) {}
}
// end::recipe-entity
