package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;

/** By a card. */
@Entity
public final class CardPayment extends Payment {
    @Column(length = 4)
    String lastDigits = "";

    CardPayment() {}

    public CardPayment(Order order, BigDecimal amount, LocalDate paid, String lastDigits) {
        super(order, amount, paid);
        this.lastDigits = lastDigits;
    }
}
