package dev.azoth.schema;

import dev.azoth.InvalidRequestException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of tables, and views of them, that belong together. Fill it in one thread; afterwards any number may read it.
 */
public final class MetaData {
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<View> views = new ArrayList<>();
    private final DdlMoments ddl = new DdlMoments();
    private final NamingConvention naming;

    /** An empty set, whose constraints and indexes are named by the {@linkplain NamingConvention#STANDARD standard} convention. */
    public MetaData() {
        this(NamingConvention.STANDARD);
    }

    /** An empty set, whose constraints and indexes are named by a convention where nobody names them. */
    public MetaData(NamingConvention naming) {
        this.naming = naming;
    }

    /** A set of tables that exist already, which keep the set they were made in. */
    public static MetaData of(Collection<? extends Table> tables) {
        MetaData metadata = new MetaData();
        tables.forEach(metadata::add);
        return metadata;
    }

    NamingConvention naming() {
        return naming;
    }

    void add(Table table) {
        if (tables.putIfAbsent(table.qualifiedName(), table) != null) {
            throw new InvalidRequestException(
                    "a table named " + table.qualifiedName() + " is in this MetaData already");
        }
    }

    /** The tables, in the order of their making. */
    public List<Table> tables() {
        return Collections.unmodifiableList(new ArrayList<>(tables.values()));
    }

    /** The table of a name, which is {@code schema.name} where a schema was said. */
    public Optional<Table> table(String qualifiedName) {
        return Optional.ofNullable(tables.get(qualifiedName));
    }

    /** The table of a name in a schema, or in none. */
    public Optional<Table> table(@Nullable String schema, String name) {
        return table(schema == null ? name : schema + "." + name)
                .filter(table -> table.name().equals(name) && table.schema().equals(Optional.ofNullable(schema)));
    }

    /** Adds a view, which is created after all tables and the views before it, and dropped before them. */
    public void view(View view) {
        views.add(view);
    }

    /** The views, in the order of their making. */
    public List<View> views() {
        return List.copyOf(views);
    }

    /** The tables ordered so that each comes after those that its foreign keys lead to, as far as there is such an order. */
    public DependencyOrder sorted() {
        return DependencyOrder.of(tables());
    }

    /** Runs a statement of one's own before or after all tables, whenever one of them is created or dropped. */
    public void ddl(Ddl.Moment moment, Ddl statement) {
        ddl.add(moment, statement);
    }

    /** The texts that run at a moment on a dialect. */
    public List<String> ddl(Ddl.Moment moment, String dialect) {
        return ddl.at(moment, dialect);
    }

    /**
     * Creates the tables, indexes and views that are not there yet, in an order that foreign keys allow.
     *
     * <p>Tables and views that are there are left as they are. Safe when many do it at once.
     */
    public void createAll(SchemaTarget target) {
        target.createAll(this);
    }

    /** Drops the tables and views that are there, in an order that foreign keys allow. */
    public void dropAll(SchemaTarget target) {
        target.dropAll(this);
    }
}
