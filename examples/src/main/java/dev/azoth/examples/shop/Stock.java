package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

// tag::shop-stock
/** How many pieces of a product lie in a warehouse: known by both. */
@Entity
public class Stock {
    @Id
    @ManyToOne
    Lazy<Product> product = Lazy.empty();

    @Id
    @ManyToOne
    Lazy<Warehouse> warehouse = Lazy.empty();

    int pieces;

    /** There should be more than so many. */
    int least;

    /** Counts the changes, so that no two take the same pieces. */
    @Version
    int version;

    protected Stock() {}

    public Stock(Product product, Warehouse warehouse, int pieces, int least) {
        this.product = Lazy.of(product);
        this.warehouse = Lazy.of(warehouse);
        this.pieces = pieces;
        this.least = least;
    }
}
// end::shop-stock
