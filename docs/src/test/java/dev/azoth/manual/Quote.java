package dev.azoth.manual;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A price, in a currency. */
@Entity
class Quote {
    @Id
    int id;

    @ManyToOne
    Lazy<Currency> currency = Lazy.empty();

    protected Quote() {}

    Quote(int id, Currency currency) {
        this.id = id;
        this.currency = Lazy.of(currency);
    }
}
