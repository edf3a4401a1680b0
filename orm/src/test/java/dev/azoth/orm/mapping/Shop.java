package dev.azoth.orm.mapping;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.Array;
import dev.azoth.orm.annotation.Sensitive;
import dev.azoth.type.Json;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entities with one of everything that can be mapped. */
final class Shop {
    private Shop() {}

    @MappedSuperclass
    abstract static class Numbered<K> {
        Instant createdAt;

        @Id
        @GeneratedValue
        K id;

        @Version
        int version;
    }

    enum Status {
        OPEN,
        PAID
    }

    @Embeddable
    record Money(BigDecimal amount, @Column(length = 3) String currency) {}

    @Embeddable
    static class Address {
        String street;
        String city;
        Money fee;
    }

    @Entity
    @Table(
            name = "user",
            uniqueConstraints = @UniqueConstraint(columnNames = {"name", "team_id"}),
            indexes = @Index(name = "user_by_name", columnList = "name"))
    static class User extends Numbered<Long> {
        @SuppressWarnings("unused") // the mapping reads it
        private String name;

        @Sensitive
        @Nullable
        String password;

        Lazy<String> biography = Lazy.empty();

        @Embedded
        @AttributeOverride(name = "city", column = @Column(name = "town", length = 50))
        @Nullable
        Address home;

        @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("status DESC, id")
        List<Order> orders = new ArrayList<>();

        @ManyToOne
        Lazy<Team> team = Lazy.empty();

        @ManyToMany
        Set<Role> roles = new HashSet<>();

        @OneToOne(mappedBy = "user")
        @Nullable
        Profile profile;

        User() {
            this("");
        }

        User(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Team {
        @Id
        UUID id;

        @Column(unique = true, nullable = false, length = 40)
        String name;

        @ManyToOne
        @Nullable
        Team parent;
    }

    @Entity
    static class Role {
        @Id
        @Column(length = 20)
        String name;

        @ManyToMany(mappedBy = "roles")
        Set<User> users = new HashSet<>();
    }

    @Entity
    static class Profile {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID id;

        @OneToOne(optional = false)
        User user;

        @Lob
        @Nullable
        String text;

        byte @Nullable [] picture;
    }

    @Entity
    static class Order {
        @Id
        @GeneratedValue
        private long id;

        @ManyToOne(optional = false)
        @JoinColumn(name = "buyer")
        User user;

        @Column(name = "buyer", insertable = false, updatable = false)
        Long userId;

        Status status = Status.OPEN;

        @Column(precision = 12, scale = 2)
        @Nullable
        BigDecimal total;

        @Nullable
        LocalDateTime wanted;

        @Nullable
        Json notes;

        transient int cached;

        @OneToMany(mappedBy = "order")
        List<Line> lines = new ArrayList<>();

        private Order() {}

        static Order empty() {
            return new Order();
        }

        long id() {
            return id;
        }
    }

    @Entity
    static class Line {
        @Id
        @ManyToOne
        Order order;

        @Id
        int number;

        @Nullable
        Integer quantity;

        @ManyToMany
        @JoinTable(name = "line_label")
        List<Label> labels = new ArrayList<>();
    }

    @Entity
    static class Tagged {
        @Id
        int id;

        @Array
        @Nullable
        List<String> tags;
    }

    @Entity
    record Label(@Column(length = 10) String color, @Id String name, Money price) {}
}
