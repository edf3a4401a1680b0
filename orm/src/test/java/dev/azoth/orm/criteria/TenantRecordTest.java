package dev.azoth.orm.criteria;

import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.annotation.TenantId;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.PrepareDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A record cannot be given its tenant, but the one that a session stores has it. */
@EveryDatabase
class TenantRecordTest {
    private static final EntityPath<Note> NOTE = Entities.path(Note.class);

    private final SessionFactory sessions;

    TenantRecordTest(Database database) {
        this.sessions = SessionFactory.create(database.engine());
    }

    @Entity
    @Table(name = "tenant_note")
    record Note(@Id int id, @TenantId @Nullable String tenant, String text) {}

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Entities.metadata(Note.class));
    }

    @Test
    void theStoredRecordIsTheTenants() {
        try (Session acme = sessions.open(options -> options.tenant("acme"))) {
            Note stored = acme.insert(new Note(1, null, "hello"));

            assertThat(stored).isEqualTo(new Note(1, "acme", "hello"));
            assertThatThrownBy(() -> acme.insert(new Note(2, "other", "hello")))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("another tenant's");
            acme.commit();
        }
        try (Session other = sessions.open(options -> options.tenant("other"))) {
            assertThat(other.get(Note.class, 1)).isEmpty();
            assertThat(other.execute(select(NOTE)).all()).isEmpty();
        }
    }
}
