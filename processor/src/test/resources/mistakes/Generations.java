package mistakes;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.*;
import jakarta.persistence.*;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.*;

/** Where values come from. */
final class Generations {
    private Generations() {}

    @GeneratedBy(value = Maker.class, changes = true)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Again {}

    static class Maker implements ValueGenerator<java.lang.annotation.Annotation> {
        @Override
        public Object next(java.lang.annotation.Annotation annotation, ValueRequest request) {
            return 1;
        }
    }

    @Entity
    static class Kept {
        @Id
        @GeneratedBy(Maker.class)
        @GeneratedValue
        long id;

        @GeneratedBy(Maker.class)
        int primitive;

        @Ulid
        @Uuid
        String both;

        @Again
        Lazy<Integer> lazy;
    }

    @Entity
    static class ChangedKey {
        @Id
        @Again
        int id;
    }

    @Entity
    record Fixed(@Id @Again int id, @Ulid String ulid) {}

    @Entity
    static class TableKey {
        @Id
        @GeneratedValue(strategy = GenerationType.TABLE)
        @TableGenerator(name = "t")
        long id;
    }

    @Entity
    @SequenceGenerator(name = "other")
    static class UnknownSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "none")
        long id;
    }

    @Entity
    static class TextSequence {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        @SequenceGenerator(allocationSize = 0, catalog = "c", options = "CACHE 5")
        String id;
    }

    @Entity
    static class OfDatabase {
        @Id
        @ServerDefault("gen_random_uuid()")
        UUID id;

        @ServerDefault("1")
        int primitive;

        @Computed(" ")
        @FetchedValue
        Integer both;

        @SqlExpression("CURRENT_TIMESTAMP")
        Lazy<java.time.Instant> lazy;
    }

    @Entity
    static class Versions {
        @Id
        int id;

        @Version
        String text;
    }

    @Entity
    static class Misplaced {
        @Id
        int id;

        @ManyToOne
        @Ulid
        Misplaced other;
    }
}
