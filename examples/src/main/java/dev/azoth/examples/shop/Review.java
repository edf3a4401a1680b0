package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** What a customer thinks of a product. */
@Entity
public class Review {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToOne(optional = false)
    Lazy<Product> product = Lazy.empty();

    @ManyToOne(optional = false)
    Lazy<Customer> customer = Lazy.empty();

    /** From one to five. */
    int stars;

    @Lob
    String text = "";

    protected Review() {}

    public Review(Product product, Customer customer, int stars, String text) {
        this.product = Lazy.of(product);
        this.customer = Lazy.of(customer);
        this.stars = stars;
        this.text = text;
    }
}
