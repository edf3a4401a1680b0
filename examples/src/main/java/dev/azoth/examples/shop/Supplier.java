package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Whom products come from. */
@Entity
public class Supplier {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 60, nullable = false)
    String company = "";

    @Embedded
    @Nullable
    Address address;

    protected Supplier() {}

    public Supplier(String company, Address address) {
        this.company = company;
        this.address = address;
    }
}
