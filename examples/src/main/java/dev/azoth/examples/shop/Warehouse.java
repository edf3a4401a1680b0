package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Where products lie. */
@Entity
public class Warehouse {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 40, nullable = false)
    String name = "";

    @Embedded
    @Nullable
    Address address;

    protected Warehouse() {}

    public Warehouse(String name, Address address) {
        this.name = name;
        this.address = address;
    }
}
