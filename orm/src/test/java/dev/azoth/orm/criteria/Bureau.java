package dev.azoth.orm.criteria;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.SoftDelete;
import dev.azoth.orm.annotation.TenantId;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entities of several tenants in the same tables. */
final class Bureau {
    static final MetaData TABLES = Entities.metadata(Folder.class, Letter.class, Ticket.class, Machine.class);

    static final EntityPath<Folder> folder = Entities.path(Folder.class);
    static final EntityPath<Letter> letter = Entities.path(Letter.class);
    static final EntityPath<Ticket> ticket = Entities.path(Ticket.class);
    static final EntityPath<Machine> machine = Entities.path(Machine.class);

    private Bureau() {}

    /** What all of them have. */
    @MappedSuperclass
    abstract static class Owned {
        @Id
        int id;

        @TenantId
        @Column(length = 20)
        @Nullable
        String tenant;
    }

    /** Has letters, tags, and machines. */
    @Entity
    @Table(name = "bureau_folder", uniqueConstraints = @UniqueConstraint(columnNames = {"tenant", "name"}))
    static class Folder extends Owned {
        @Version
        int version;

        @Column(length = 20)
        String name = "";

        @OneToMany(mappedBy = "folder", cascade = CascadeType.ALL)
        @OrderBy("id")
        List<Letter> letters = new ArrayList<>();

        @ElementCollection
        Set<String> tags = new LinkedHashSet<>();

        @ManyToMany
        @OrderBy("id")
        List<Machine> machines = new ArrayList<>();

        Folder() {}

        Folder(int id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** Its rows are marked when they are deleted, too. */
    @Entity
    @Table(name = "bureau_letter")
    static class Letter extends Owned {
        @ManyToOne
        Lazy<Folder> folder = Lazy.empty();

        @SoftDelete
        boolean gone;

        Letter() {}

        Letter(int id, @Nullable Folder folder) {
            this.id = id;
            this.folder = folder == null ? Lazy.empty() : Lazy.of(folder);
        }
    }

    /** The tenant is a part of its key. */
    @Entity
    @Table(name = "bureau_ticket")
    static class Ticket {
        @Id
        @TenantId
        @Nullable
        Long tenant;

        @Id
        int number;

        String text = "";

        Ticket() {}

        Ticket(int number, String text) {
            this.number = number;
            this.text = text;
        }
    }

    /** Entities that extend each other. */
    @Entity
    @Table(name = "bureau_machine")
    @Inheritance(strategy = InheritanceType.JOINED)
    abstract static sealed class Machine extends Owned permits Printer {}

    /** One of them. */
    @Entity
    @Table(name = "bureau_printer")
    static final class Printer extends Machine {
        int pages;

        Printer() {}

        Printer(int id, int pages) {
            this.id = id;
            this.pages = pages;
        }
    }
}
