package dev.azoth.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.CheckDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.compliance.Library;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The texts that each database has made of checks and defaults. That they mean the same is in the compliance suite. */
@EveryDatabase
class DescribedTextTest {
    /** What the database says of the check of a title, of its default, and of the default of a time. */
    private static final Map<String, List<String>> TEXTS = Map.of(
            "sqlite",
            List.of("title <> 'it''s \\ (not'", "'it''s: a \\title'", "strftime('%Y-%m-%d %H:%M:%f000Z', 'now')"),
            "duckdb",
            List.of("(title != 'it''s \\ (not')", "'it''s: a \\title'", "now()"),
            "h2",
            List.of("\"title\" <> 'it''s \\ (not'", "'it''s: a \\title'", "CURRENT_TIMESTAMP"),
            "postgresql",
            List.of("((title)::text <> 'it''s \\ (not'::text)", "'it''s: a \\title'::character varying", "now()"),
            "mariadb",
            List.of(
                    "`title` <> concat('it\\'s ',char(92 using utf8mb4),' (not')",
                    "concat('it\\'s: a ',char(92 using utf8mb4),'title')",
                    "utc_timestamp(6)"),
            "mysql",
            List.of(
                    "(`title` <> concat(_utf8mb4'',_utf8mb4'it\\'s \\\\ (not'))",
                    "concat(_utf8mb4'',_utf8mb4'it\\'s: a \\\\title')",
                    "utc_timestamp(6)"));

    @Test
    void checksAndDefaultsAreTold(Database db) {
        Library library = new Library(db::has);
        library.metadata.createAll(db.engine());
        TableDescription book = db.engine().inspect().table("book").orElseThrow();
        List<String> expected = Objects.requireNonNull(TEXTS.get(db.name()));
        assertThat(book.checks()).extracting(CheckDescription::condition).contains(expected.get(0));
        assertThat(book.columns())
                .extracting(ColumnDescription::defaultValue)
                .contains(expected.get(1), expected.get(2));
        library.metadata.dropAll(db.engine());
    }
}
