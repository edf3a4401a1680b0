package dev.azoth.manual;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

// tag::address-entity
@Entity
public class Address {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 100, nullable = false)
    String email = "";

    @ManyToOne(optional = false)
    Lazy<User> user = Lazy.empty();

    protected Address() {}

    Address(User user, String email) {
        this.user = Lazy.of(user);
        this.email = email;
    }
}
// end::address-entity
