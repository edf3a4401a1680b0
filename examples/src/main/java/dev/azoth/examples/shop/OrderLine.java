package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** Some pieces of a product in an order: known by both. */
@Entity
public class OrderLine {
    @Id
    @ManyToOne
    Lazy<Order> order = Lazy.empty();

    @Id
    @ManyToOne
    Lazy<Product> product = Lazy.empty();

    int pieces;

    /** For one piece, when it was ordered. */
    @Column(precision = 10, scale = 2, nullable = false)
    BigDecimal price = BigDecimal.ZERO;

    protected OrderLine() {}

    OrderLine(Order order, Product product, int pieces) {
        this.order = Lazy.of(order);
        this.product = Lazy.of(product);
        this.pieces = pieces;
        this.price = product.price;
    }
}
