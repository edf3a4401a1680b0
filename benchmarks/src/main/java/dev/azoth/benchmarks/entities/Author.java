package dev.azoth.benchmarks.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** An author and the books. */
@Entity
@Table(name = "bench_author")
public class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(length = 100)
    String name;

    @OneToMany(mappedBy = "author")
    List<Book> books = new ArrayList<>();

    /** For loading. */
    @SuppressWarnings("NullAway") // its members are set afterwards
    protected Author() {}

    /** How many books there are in memory. */
    public int books() {
        return books.size();
    }
}
