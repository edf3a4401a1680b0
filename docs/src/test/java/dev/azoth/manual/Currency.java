package dev.azoth.manual;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
class Currency {
    @Id
    String code = "";

    String name = "";

    protected Currency() {}

    Currency(String code, String name) {
        this.code = code;
        this.name = name;
    }

    Currency copy() {
        return new Currency(code, name);
    }
}
