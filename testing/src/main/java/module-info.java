import org.jspecify.annotations.NullMarked;

/** The compliance suite for dialects, real databases for tests, and the counting of statements. */
@NullMarked
module dev.azoth.testing {
    requires transitive dev.azoth.core;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;
    requires org.assertj.core;
}
