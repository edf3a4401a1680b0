package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

// tag::shop-payment
/** Money for an order, in one of the ways in which it comes. */
@Entity
@Inheritance
public abstract sealed class Payment permits CardPayment, Transfer {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToOne(optional = false)
    Lazy<Order> order = Lazy.empty();

    @Column(precision = 10, scale = 2, nullable = false)
    BigDecimal amount = BigDecimal.ZERO;

    LocalDate paid = LocalDate.EPOCH;

    protected Payment() {}

    Payment(Order order, BigDecimal amount, LocalDate paid) {
        this.order = Lazy.of(order);
        this.amount = amount;
        this.paid = paid;
    }
}
// end::shop-payment
