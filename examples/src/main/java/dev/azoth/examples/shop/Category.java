package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A kind of product. */
@Entity
public class Category {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 40, nullable = false, unique = true)
    String name = "";

    @Lob
    Lazy<String> description = Lazy.empty();

    @OneToMany(mappedBy = "category")
    @OrderBy("name")
    List<Product> products = new ArrayList<>();

    protected Category() {}

    public Category(String name, String description) {
        this.name = name;
        this.description = Lazy.of(description);
    }
}
