package dev.azoth.orm.proof;

import dev.azoth.orm.Entities;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.schema.MetaData;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Folders in folders, notes in them, one of which a folder shows first, and tags: every kind of relationship, and circles. */
final class Archive {
    static final MetaData TABLES = Entities.metadata(Folder.class, Note.class, Tag.class);

    private Archive() {}

    /** What has a label is found by it in the {@link Model}. */
    @MappedSuperclass
    abstract static class Labelled {
        @Column(length = 10, nullable = false)
        String label = "";

        @Column(length = 60, nullable = false)
        String name = "";
    }

    @Entity
    @Table(name = "archive_folder")
    static class Folder extends Labelled {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToOne
        Lazy<Folder> parent = Lazy.empty();

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
        List<Folder> children = new ArrayList<>();

        @OneToMany(mappedBy = "folder", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Note> notes = new ArrayList<>();

        /** Tags in an order, of which each is there once. */
        @ManyToMany
        @OrderColumn
        List<Tag> queue = new ArrayList<>();

        /** Tags under keys, of which each is there once. */
        @ManyToMany
        @JoinTable(name = "archive_drawer")
        @MapKeyColumn(name = "drawer", length = 10)
        Map<String, Tag> drawers = new HashMap<>();

        /** A note of this or of another folder: with the notes' folders that makes circles. */
        @ManyToOne
        Lazy<Note> pinned = Lazy.empty();
    }

    @Entity
    @Table(name = "archive_note")
    static class Note extends Labelled {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        int stars;

        @ManyToOne
        Lazy<Folder> folder = Lazy.empty();

        @ManyToMany(cascade = CascadeType.PERSIST)
        Set<Tag> tags = new HashSet<>();

        @ElementCollection
        @Column(length = 60)
        Set<String> words = new HashSet<>();

        @ElementCollection
        @OrderColumn
        @Column(length = 60)
        List<String> lines = new ArrayList<>();

        @Version
        int version;
    }

    @Entity
    @Table(name = "archive_tag")
    static class Tag extends Labelled {
        @Id
        @GeneratedValue
        @Nullable
        Long id;

        @ManyToMany(mappedBy = "tags")
        Set<Note> notes = new HashSet<>();

        /** Never loaded. */
        @ManyToMany
        @JoinTable(name = "archive_seen")
        WriteOnlyCollection<Note> seen = WriteOnlyCollection.create();
    }
}
