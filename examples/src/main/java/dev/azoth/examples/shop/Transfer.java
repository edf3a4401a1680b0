package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;

/** From a bank account. */
@Entity
public final class Transfer extends Payment {
    @Column(length = 34)
    String account = "";

    Transfer() {}

    public Transfer(Order order, BigDecimal amount, LocalDate paid, String account) {
        super(order, amount, paid);
        this.account = account;
    }
}
