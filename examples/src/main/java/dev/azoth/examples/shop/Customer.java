package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

// tag::shop-customer
/** Who buys; known by a code that the program gives. */
@Entity
public class Customer {
    @Id
    @Column(length = 5)
    String code = "";

    @Column(length = 60, nullable = false)
    String company = "";

    @Embedded
    @Nullable
    Address address;

    @ManyToMany
    Set<CustomerGroup> groups = new HashSet<>();

    @OneToMany(mappedBy = "customer")
    List<Order> orders = new ArrayList<>();

    @Version
    int version;

    protected Customer() {}

    public Customer(String code, String company, @Nullable Address address) {
        this.code = code;
        this.company = company;
        this.address = address;
    }
}
// end::shop-customer
