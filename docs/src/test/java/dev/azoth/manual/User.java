package dev.azoth.manual;

import dev.azoth.orm.Lazy;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

// tag::user-entity
@Entity
@Table(name = "member")
public class User {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 30, nullable = false)
    String name = "";

    @ManyToOne
    Lazy<Team> team = Lazy.empty();

    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("email")
    List<Address> addresses = new ArrayList<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    Set<Interest> interests = new HashSet<>();

    protected User() {}

    public User(String name) {
        this.name = name;
    }

    public User withAddress(String email) {
        addresses.add(new Address(this, email));
        return this;
    }
}
// end::user-entity
