package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Who brings orders to customers. */
@Entity
public class Shipper {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 40, nullable = false, unique = true)
    String company = "";

    protected Shipper() {}

    public Shipper(String company) {
        this.company = company;
    }
}
