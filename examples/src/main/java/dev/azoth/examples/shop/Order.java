package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

// tag::shop-order
/** What a customer ordered at once. */
@Entity
@Table(name = "orders")
public class Order {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToOne(optional = false)
    Lazy<Customer> customer = Lazy.empty();

    @ManyToOne
    Lazy<Employee> employee = Lazy.empty();

    LocalDate ordered = LocalDate.EPOCH;

    LocalDate promised = LocalDate.EPOCH;

    @Nullable
    LocalDate shipped;

    @ManyToOne
    Lazy<Shipper> shipper = Lazy.empty();

    OrderState state = OrderState.OPEN;

    @Embedded
    @Nullable
    Address destination;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    List<OrderLine> lines = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    List<Payment> payments = new ArrayList<>();

    @Version
    int version;

    protected Order() {}

    public Order(Customer customer, LocalDate ordered) {
        this.customer = Lazy.of(customer);
        this.ordered = ordered;
        this.promised = ordered.plusDays(14);
        this.destination = customer.address;
    }

    /** Adds pieces of a product, at its price of now. */
    public Order with(Product product, int pieces) {
        lines.add(new OrderLine(this, product, pieces));
        return this;
    }
}
// end::shop-order
