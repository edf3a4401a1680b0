package dev.azoth.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A book as an entity, over the same table. */
@Entity
@Table(name = "bench_book")
public class BookEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long authorId;

    @Column(length = 100)
    String title;

    @Column(length = 20)
    String isbn;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    LocalDateTime published;
    int stock;
    Double rating;
    boolean available;

    /** For loading. */
    protected BookEntity() {}

    @SuppressWarnings("NullAway") // the generator fills every column
    BookEntity(Object[] row) {
        authorId = (Long) row[0];
        title = (String) row[1];
        isbn = (String) row[2];
        price = (BigDecimal) row[3];
        published = (LocalDateTime) row[4];
        stock = (Integer) row[5];
        rating = (Double) row[6];
        available = (Boolean) row[7];
    }
}
