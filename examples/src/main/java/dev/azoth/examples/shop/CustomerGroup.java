package dev.azoth.examples.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What some customers have in common. */
@Entity
public class CustomerGroup {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 40, nullable = false, unique = true)
    String name = "";

    @ManyToMany(mappedBy = "groups")
    Set<Customer> customers = new HashSet<>();

    protected CustomerGroup() {}

    public CustomerGroup(String name) {
        this.name = name;
    }
}
