package dev.azoth.orm.loading;

import dev.azoth.compile.ResultColumn;
import dev.azoth.orm.mapping.EntityKey;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.RelationshipMapping;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the other end of a relationship from the same rows, and gives it to the owners. */
final class JoinedReader {
    private final LoadRun run;
    private final Level owners;
    private final RelationshipMapping relationship;
    private final boolean contained;
    private final boolean whole;
    private final EntityReader reader;
    private final List<ResultColumn<?>> columns;
    private final int index;
    private final Map<EntityKey, Optional<Collecting>> collections = new LinkedHashMap<>();

    /** A collection that is being read; an element may come in several rows. */
    private record Collecting(Object owner, CollectionContent content, Set<Object> elements) {}

    JoinedReader(
            LoadRun run,
            Level owners,
            LoadPlan.Step step,
            EntityReader reader,
            List<ResultColumn<?>> columns,
            int index) {
        this.run = run;
        this.owners = owners;
        this.relationship = step.relationship();
        this.contained = step.there().isPresent();
        this.whole = !contained && step.criteria().isEmpty();
        this.reader = reader;
        this.columns = columns;
        this.index = index;
    }

    /** Whether an object has the relationship, which may be one of an entity that extends the one selected. */
    boolean isOf(Object owner) {
        return relationship.owner().javaType().isInstance(owner);
    }

    /**
     * Reads one row.
     *
     * @param filled whether the owner was filled from this very row
     */
    void read(ResultSet row, EntityKey key, Object owner, boolean filled) throws SQLException {
        Object target = reader.read(row);
        if (relationship.isToMany()) {
            Optional<Collecting> collecting = collections.computeIfAbsent(key, each -> begin(owner));
            if (target != null && collecting.isPresent()) {
                collecting
                        .get()
                        .elements()
                        .add(index < 0 ? target : new Placed(columns.get(index).read(row, index + 1), target));
            }
        } else if (contained && target == null) {
            return; // the program's join left it out, which does not mean that there is none
        } else if (!relationship.isLazy()) {
            if (filled) {
                relationship.set(owner, target);
            }
        } else if (relationship.get(owner) instanceof LazyReference<?> reference && !reference.isLoaded()) {
            resolve(key, owner, reference, target);
        }
    }

    private void resolve(EntityKey key, Object owner, LazyReference<?> reference, @Nullable Object target) {
        reference.resolve(target);
        if (!owners.isFresh(key)) {
            run.completed(owner, relationship);
        }
    }

    /** A collection that is loaded stays as it is, and so does one that the program put in its place. */
    private Optional<Collecting> begin(Object owner) {
        return relationship.get(owner) instanceof Tracked collection && !collection.isLoaded()
                ? Optional.of(new Collecting(
                        owner, collection.content(), index < 0 ? new IdentitySet() : new LinkedHashSet<>()))
                : Optional.empty();
    }

    void complete() {
        collections.forEach((key, collecting) -> collecting.ifPresent(each -> {
            each.content().fill(each.elements(), whole);
            if (!owners.isFresh(key)) {
                run.completed(each.owner(), relationship);
            }
        }));
        reader.complete();
    }
}
