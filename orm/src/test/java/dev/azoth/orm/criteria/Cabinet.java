package dev.azoth.orm.criteria;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.SoftDelete;
import dev.azoth.orm.annotation.Subclasses;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entities whose rows stay when they are deleted. */
final class Cabinet {
    static final MetaData TABLES = Entities.metadata(Drawer.class, Sheet.class, Stamp.class, Tool.class);

    private Cabinet() {}

    @Entity
    @Table(name = "drawer")
    static class Drawer {
        @Id
        int id;

        @SoftDelete
        @Nullable
        Instant deletedAt;

        @OneToMany(mappedBy = "drawer", cascade = CascadeType.ALL, orphanRemoval = true)
        @OrderBy("id")
        List<Sheet> sheets = new ArrayList<>();

        Drawer() {}

        Drawer(int id) {
            this.id = id;
        }

        Sheet sheet(int number, Stamp... stamps) {
            Sheet sheet = new Sheet();
            sheet.id = number;
            sheet.drawer = Lazy.of(this);
            sheet.stamps.addAll(List.of(stamps));
            sheets.add(sheet);
            return sheet;
        }
    }

    @Entity
    @Table(name = "sheet")
    static class Sheet {
        @Id
        int id;

        @Version
        int version;

        @SoftDelete
        boolean deleted;

        @ManyToOne(optional = false)
        Lazy<Drawer> drawer = Lazy.empty();

        @ManyToMany(cascade = CascadeType.PERSIST)
        List<Stamp> stamps = new ArrayList<>();
    }

    @Entity
    @Table(name = "stamp")
    static class Stamp {
        @Id
        String name = "";

        Stamp() {}

        Stamp(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "tool")
    @Inheritance(strategy = InheritanceType.JOINED)
    @Subclasses(Saw.class)
    static class Tool {
        @Id
        int id;

        @SoftDelete
        boolean deleted;

        Tool() {}

        Tool(int id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "saw")
    static class Saw extends Tool {
        int teeth;

        Saw() {}

        Saw(int id, int teeth) {
            super(id);
            this.teeth = teeth;
        }
    }
}
