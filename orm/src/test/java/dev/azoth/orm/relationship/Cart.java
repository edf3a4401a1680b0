package dev.azoth.orm.relationship;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** With objects between it and what it is about. */
@Entity
@Table(name = "order")
class Cart implements Serializable {
    static final MetaData TABLES = Entities.metadata(Cart.class);
    private static final long serialVersionUID = 1L;

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Line> lines = new ArrayList<>();

    @ManyToMany(cascade = CascadeType.PERSIST)
    Set<Label> labels = new HashSet<>();

    @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "name")
    Map<String, Wish> wishes = new HashMap<>();

    @ManyToOne(cascade = CascadeType.PERSIST)
    Lazy<Receipt> receipt = Lazy.empty();

    @Entity
    static class Line implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        int count = 1;

        @ManyToOne(optional = false)
        Lazy<Cart> cart = Lazy.empty();

        @ManyToOne(optional = false)
        Lazy<Article> article = Lazy.empty();

        Line() {}

        Line(Article article) {
            this.article = Lazy.of(article);
        }
    }

    /** What is in the cart; its equals must not be asked. */
    @Entity
    static class Article implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Column(length = 40)
        String name = "";

        Article() {}

        Article(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            throw new AssertionError("entities are told apart by identity");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("entities are told apart by identity");
        }
    }

    @Entity
    static class Label implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Column(length = 40)
        @Nullable
        String name;

        Label() {}

        Label(String name) {
            this.name = name;
        }
    }

    @Entity
    static class Wish implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Column(length = 40)
        String name = "";

        @Column(length = 40)
        String content = "";

        @ManyToOne(optional = false)
        Lazy<Cart> cart = Lazy.empty();

        Wish() {}

        Wish(String name, String content) {
            this.name = name;
            this.content = content;
        }
    }

    @Entity
    static class Receipt implements Serializable {
        private static final long serialVersionUID = 1L;

        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Column(length = 40)
        @Nullable
        String note;

        @ManyToOne
        @Nullable
        Article gift;

        Receipt() {}

        Receipt(String note) {
            this.note = note;
        }

        static Receipt of(Article gift) {
            Receipt receipt = new Receipt();
            receipt.gift = gift;
            return receipt;
        }
    }
}
