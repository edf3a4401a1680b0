package dev.azoth.orm.engines;

import static dev.azoth.type.Types.BIGINT;
import static dev.azoth.type.Types.VARCHAR;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.ToOne;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.schema.Table;
import dev.azoth.sql.ColumnReference;
import jakarta.persistence.CascadeType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities of two databases: clerks and their letters in one, records of what they did in the other. */
final class Office {
    static final MetaData TABLES = Entities.metadata(Clerk.class, Letter.class);

    static final EntityPath<Clerk> clerk = Entities.path(Clerk.class);
    static final EntityPath<Letter> letter = Entities.path(Letter.class);
    static final EntityPath<Entry> entry = Entities.path(Entry.class);
    static final ColumnReference<Long> clerkId = clerk.column("id", Long.class);
    static final ColumnReference<String> clerkName = clerk.column("name", String.class);
    static final ColumnReference<Long> entryId = entry.column("id", Long.class);
    static final ColumnReference<String> what = entry.column("what", String.class);
    static final ToMany<Clerk, Letter> letters = clerk.toMany("letters", Letter.class);
    static final ToOne<Entry, Clerk> by = entry.toOne("clerk", Clerk.class);

    private Office() {}

    /** The tables of the second database, where foreign keys cannot lead to the first. */
    static MetaData journal() {
        MetaData metadata = new MetaData();
        Table.of(
                metadata,
                "entry",
                Column.of("id", BIGINT).primaryKey().identity(),
                Column.of("what", VARCHAR(100)).notNull(),
                Column.of("clerk_id", BIGINT));
        Table.of(
                metadata,
                "entry_words",
                Column.of("entry_id", BIGINT).notNull(),
                Column.of("words", VARCHAR(100)).notNull());
        return metadata;
    }

    /** What the second database has. */
    interface Journal {}

    @Entity
    @jakarta.persistence.Table(name = "clerk")
    static class Clerk {
        @Id
        @GeneratedValue
        Long id;

        @Version
        int version;

        @jakarta.persistence.Column(unique = true)
        String name = "";

        @OneToMany(mappedBy = "clerk", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("id")
        List<Letter> letters = new ArrayList<>();

        Clerk() {}

        Clerk(String name) {
            this.name = name;
        }
    }

    @Entity
    @jakarta.persistence.Table(name = "letter")
    static class Letter {
        @Id
        @GeneratedValue
        Long id;

        String text = "";

        @ManyToOne
        Lazy<Clerk> clerk = Lazy.empty();

        Letter() {}

        Letter(String text) {
            this.text = text;
        }
    }

    @Entity
    @jakarta.persistence.Table(name = "entry")
    static class Entry implements Journal {
        @Id
        @GeneratedValue
        Long id;

        String what = "";

        @ManyToOne(cascade = CascadeType.PERSIST)
        @Nullable
        Lazy<Clerk> clerk = Lazy.empty();

        @ElementCollection
        Set<String> words = new LinkedHashSet<>();

        Entry() {}

        Entry(String what) {
            this.what = what;
        }
    }
}
