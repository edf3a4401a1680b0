package dev.azoth.cli.demo;

import dev.azoth.orm.Lazy;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "azoth_demo_book")
class Book {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 200, nullable = false)
    String title = "";

    int published;

    @ManyToOne(optional = false)
    @JoinColumn(name = "author_id")
    Lazy<Author> author = Lazy.empty();

    @ManyToMany(cascade = CascadeType.PERSIST)
    @JoinTable(
            name = "azoth_demo_book_subject",
            joinColumns = @JoinColumn(name = "book_id"),
            inverseJoinColumns = @JoinColumn(name = "subject_id"))
    Set<Subject> subjects = new LinkedHashSet<>();

    @OneToMany(mappedBy = "book", cascade = CascadeType.ALL, orphanRemoval = true)
    List<Review> reviews = new ArrayList<>();

    Book() {}

    Book(Author author, String title, int published) {
        this.author = Lazy.of(author);
        this.title = title;
        this.published = published;
    }

    Book about(Subject... what) {
        subjects.addAll(Arrays.asList(what));
        return this;
    }

    Book reviewed(String reader, int stars) {
        reviews.add(new Review(this, reader, stars));
        return this;
    }
}
