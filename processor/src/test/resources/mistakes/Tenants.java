package mistakes;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.TenantId;
import dev.azoth.orm.annotation.Subclasses;
import jakarta.persistence.*;

/** What says whose a row is. */
final class Tenants {
    private Tenants() {}

    @Entity
    static class Several {
        @Id
        int id;

        @TenantId
        String tenant;

        @TenantId
        String other;
    }

    @Entity
    static class Wrong {
        @Id
        int id;

        @TenantId
        long tenant;
    }

    @Entity
    static class Late {
        @Id
        int id;

        @TenantId
        @Column(insertable = false)
        Lazy<String> tenant;
    }

    @Entity
    static class Versioned {
        @Id
        int id;

        @TenantId
        @Version
        Long version;
    }

    @Entity
    @Subclasses(Below.class)
    static class Above {
        @Id
        int id;
    }

    @Entity
    static class Below extends Above {
        @TenantId
        String tenant;
    }
}
