package dev.azoth.proof;

import java.util.List;

/** What is known to differ between the databases, and is not made equal: each of these is in the manual, with these words. */
enum Fact {
    OVERFLOW("a number that is too large for its type"),
    DIVISION_BY_ZERO("a division by zero"),
    ROUNDING("a quotient of decimals has more digits on some than on others"),
    DOUBLES("decimals are doubles", "sqlite", "duckdb"),
    NEGATIVE_ZERO("the rest of a negative decimal that leaves none is less than 0", "mariadb"),
    EMPTY_LISTS("an expression with an empty list cannot be grouped by", "mysql"),
    DISTINCT_ORDER(
            "with `distinct`, what is sorted with its nulls at the other end must be a column or have a label",
            "mysql"),
    NULLS(
            "a bound null of type TIMESTAMP or NUMERIC, where nothing beside it tells a type: cast it",
            "postgresql",
            "duckdb",
            "mariadb"),
    YEARS("years before 1000 or after 9999"),
    LETTERS("`upper`, `lower` and `ilike` know the letters of ASCII only", "sqlite"),
    UNITS_OF_UTF_16("texts are counted and cut by the units of UTF-16, of which an emoji has two", "h2"),
    MARKS("`reverse` leaves an accent on its letter, also where it is a character of its own", "duckdb"),
    SIZE_OF_LETTERS("`upper` makes one letter of one", "mysql", "mariadb", "duckdb", "postgresql");

    private final String description;
    private final String databases;

    Fact(String description, String... databases) {
        this.description = description;
        this.databases = String.join(" ", databases);
    }

    String description() {
        return description;
    }

    boolean holdsOn(String database) {
        return databases.isEmpty() || List.of(databases.split(" ", -1)).contains(database);
    }
}
