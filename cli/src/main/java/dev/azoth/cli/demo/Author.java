package dev.azoth.cli.demo;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "azoth_demo_author")
class Author {
    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 100, nullable = false, unique = true)
    String name = "";

    int born;

    @OneToMany(mappedBy = "author", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("published")
    List<Book> books = new ArrayList<>();

    Author() {}

    Author(String name, int born) {
        this.name = name;
        this.born = born;
    }

    Book write(String title, int published) {
        Book book = new Book(this, title, published);
        books.add(book);
        return book;
    }
}
