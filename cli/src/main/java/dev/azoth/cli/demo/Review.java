package dev.azoth.cli.demo;

import dev.azoth.orm.Lazy;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "azoth_demo_review")
class Review {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "book_id")
    Lazy<Book> book = Lazy.empty();

    @Column(length = 50, nullable = false)
    String reader = "";

    int stars;

    Review() {}

    Review(Book book, String reader, int stars) {
        this.book = Lazy.of(book);
        this.reader = reader;
        this.stars = stars;
    }
}
