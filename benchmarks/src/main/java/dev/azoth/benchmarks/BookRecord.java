package dev.azoth.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/** A row of the table that is read. */
record BookRecord(
        long id,
        long authorId,
        String title,
        String isbn,
        BigDecimal price,
        LocalDateTime published,
        int stock,
        double rating) {}
