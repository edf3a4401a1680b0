package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is sold. */
@Entity
public class Product {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 60, nullable = false)
    String name = "";

    @Column(precision = 10, scale = 2, nullable = false)
    BigDecimal price = BigDecimal.ZERO;

    boolean discontinued;

    @ManyToOne(optional = false)
    Lazy<Category> category = Lazy.empty();

    @ManyToOne(optional = false)
    Lazy<Supplier> supplier = Lazy.empty();

    @OneToMany(mappedBy = "product", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Stock> stocks = new ArrayList<>();

    @OneToMany(mappedBy = "product", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Review> reviews = new ArrayList<>();

    @Version
    int version;

    protected Product() {}

    public Product(String name, BigDecimal price, Category category, Supplier supplier) {
        this.name = name;
        this.price = price;
        this.category = Lazy.of(category);
        this.supplier = Lazy.of(supplier);
    }
}
