package dev.azoth.orm.relationship;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.orm.annotation.OnDeleteCascade;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import org.jspecify.annotations.Nullable;

/** With collections that are never loaded: of its parts, and of what it shares with others. */
@Entity
class Ledger {
    static final MetaData TABLES = Entities.metadata(Ledger.class);

    @Id
    @GeneratedValue
    @Nullable
    Long id;

    @Column(length = 40, unique = true)
    String name = "";

    @OneToMany(mappedBy = "ledger", cascade = CascadeType.ALL, orphanRemoval = true)
    @OnDeleteCascade
    WriteOnlyCollection<Posting> postings = WriteOnlyCollection.create();

    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE})
    WriteOnlyCollection<Auditor> auditors = WriteOnlyCollection.create();

    Ledger() {}

    Ledger(String name) {
        this.name = name;
    }

    @Entity
    static class Posting {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        int amount;

        @ManyToOne(optional = false)
        Lazy<Ledger> ledger = Lazy.empty();

        Posting() {}

        Posting(int amount) {
            this.amount = amount;
        }
    }

    @Entity
    static class Auditor {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @Column(length = 40)
        String name = "";

        @ManyToMany(mappedBy = "auditors")
        WriteOnlyCollection<Ledger> ledgers = WriteOnlyCollection.create();

        Auditor() {}

        Auditor(String name) {
            this.name = name;
        }
    }
}
