package mistakes;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.SoftDelete;
import dev.azoth.orm.annotation.Subclasses;
import jakarta.persistence.*;
import java.time.Instant;

/** What says that a row is deleted. */
final class SoftDeletes {
    private SoftDeletes() {}

    @Entity
    static class Wrong {
        @Id
        int id;

        @SoftDelete
        String text;
    }

    @Entity
    static class Several {
        @Id
        int id;

        @SoftDelete
        boolean deleted;

        @SoftDelete
        Instant deletedAt;
    }

    @Entity
    static class Unwritten {
        @Id
        int id;

        @SoftDelete
        @Column(updatable = false)
        Lazy<Boolean> deleted;
    }

    @Entity
    static class Keyed {
        @Id
        @SoftDelete
        Instant id;
    }

    @Entity
    record Constant(@Id int id, @SoftDelete boolean deleted) {}

    @Entity
    @Subclasses(Below.class)
    static class Above {
        @Id
        int id;
    }

    @Entity
    static class Below extends Above {
        @SoftDelete
        boolean deleted;
    }

    @Entity
    static class Related {
        @Id
        int id;

        @SoftDelete
        @ManyToOne
        Above above;
    }

    @Embeddable
    static class Marks {
        @SoftDelete
        boolean gone;
    }

    @Entity
    static class Embedding {
        @Id
        int id;

        @SoftDelete
        boolean deleted;

        @Embedded
        Marks marks;
    }
}
