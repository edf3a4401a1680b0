package dev.azoth.benchmarks.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** The same for Hibernate, numbered by the database. */
@Entity
@Table(name = "bench_item")
public class HibernateItem {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long category;

    @Column(length = 100)
    String title;

    @Column(length = 20)
    String code;

    @Column(precision = 10, scale = 2)
    BigDecimal price;

    LocalDateTime published;
    int stock;
    Double rating;
    boolean available;

    @Column(length = 100)
    String note;

    /** For loading. */
    protected HibernateItem() {}

    /** A new one with these values, in order, but for the key. */
    @SuppressWarnings("NullAway") // the generator fills every column
    public HibernateItem(Object[] row) {
        category = (Long) row[0];
        title = (String) row[1];
        code = (String) row[2];
        price = (BigDecimal) row[3];
        published = (LocalDateTime) row[4];
        stock = (Integer) row[5];
        rating = (Double) row[6];
        available = (Boolean) row[7];
        note = (String) row[8];
    }
}
