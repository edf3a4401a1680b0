package dev.azoth.manual;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** What a shipment costs, by its weight. */
@Entity
public class Tariff {
    @Id
    int number;

    @Column(precision = 8, scale = 2)
    BigDecimal above = BigDecimal.ZERO;

    @Column(precision = 8, scale = 2)
    BigDecimal upTo = BigDecimal.ZERO;

    protected Tariff() {}

    Tariff(int number, String above, String upTo) {
        this.number = number;
        this.above = new BigDecimal(above);
        this.upTo = new BigDecimal(upTo);
    }
}
