package dev.azoth.examples.shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A district, known by its code. */
@Entity
public class Territory {
    @Id
    @Column(length = 10)
    String code = "";

    @Column(length = 40, nullable = false)
    String name = "";

    @ManyToOne(optional = false)
    Lazy<Region> region = Lazy.empty();

    protected Territory() {}

    public Territory(String code, String name, Region region) {
        this.code = code;
        this.name = name;
        this.region = Lazy.of(region);
    }
}
