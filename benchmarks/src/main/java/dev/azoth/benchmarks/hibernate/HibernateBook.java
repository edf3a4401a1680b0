package dev.azoth.benchmarks.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** A book of an author. */
@Entity
@Table(name = "bench_author_book")
public class HibernateBook {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @SuppressWarnings("azoth") // Azoth does not load it
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    HibernateAuthor author;

    @Column(length = 100)
    String title;

    @Column(length = 20)
    String isbn;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    int stock;

    /** For loading. */
    @SuppressWarnings("NullAway") // its members are set afterwards
    protected HibernateBook() {}
}
