package dev.azoth.orm.mapping;

import dev.azoth.schema.Column;
import dev.azoth.schema.Table;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** What refers to the keys of an entity, by the entities that were mapped so far. */
final class Referrers {
    private static final ClassValue<Referrers> ALL = new ClassValue<>() {
        @Override
        protected Referrers computeValue(Class<?> target) {
            return new Referrers();
        }
    };

    // a class may be unloaded before one that it refers to
    private final List<WeakReference<Class<?>>> referring = new CopyOnWriteArrayList<>();

    private Referrers() {}

    /** Notes what an entity refers to. */
    static void note(EntityMapping<?> mapping) {
        if (!mapping.isReadOnly()) {
            mapping.relationships().stream()
                    .filter(each -> each.isOwning() && !each.isViewOnly())
                    .map(each -> mapping.load(each.targetClass()))
                    .distinct()
                    .forEach(each -> of(each).referring.add(new WeakReference<>(mapping.javaType())));
        }
    }

    private static Referrers of(Class<?> target) {
        return ALL.get(target);
    }

    /** What refers to the rows of an entity, and of those that it extends or that extend it. */
    static List<Referrer> to(EntityMapping<?> entity) {
        Set<Class<?>> family = new LinkedHashSet<>();
        entity.lineage().forEach(each -> family.add(each.javaType()));
        entity.hierarchy().ifPresent(each -> each.below().forEach(below -> family.add(below.javaType())));
        Set<EntityMapping<?>> mappings = new LinkedHashSet<>();
        family.forEach(each -> mappings.add(EntityMapping.of(each)));
        for (Class<?> each : family) {
            of(each).referring.stream()
                    .map(WeakReference::get)
                    .filter(Objects::nonNull)
                    .forEach(type -> mappings.add(EntityMapping.of(type)));
        }
        Set<Referrer> found = new LinkedHashSet<>(parts(entity));
        mappings.forEach(each -> add(each, family, found));
        return List.copyOf(found);
    }

    /** The tables behind the first, which have the key too. */
    private static List<Referrer> parts(EntityMapping<?> entity) {
        return entity.tables().stream()
                .filter(each -> !each.first())
                .map(each -> Referrer.of(each.table(), each.key(), List.of()))
                .toList();
    }

    private static void add(EntityMapping<?> from, Set<Class<?>> family, Set<Referrer> to) {
        for (RelationshipMapping each : from.relationships()) {
            if (each instanceof ToOneMapping toOne
                    && toOne.isOwning()
                    && !toOne.isViewOnly()
                    && family.contains(toOne.target().javaType())) {
                foreignKeys(from, toOne, to);
            }
        }
        for (JoinTable each : from.joinTables()) {
            List<Column<?>> whole = new ArrayList<>(each.key());
            each.index().ifPresent(whole::add);
            Stream.of(each.ownerColumns(), each.targetColumns())
                    .filter(columns -> leadsTo(each.table(), columns, from, family))
                    .forEach(columns -> to.add(Referrer.of(each.table(), columns, whole)));
        }
        if (family.contains(from.javaType())) {
            for (ElementsMapping each : from.elements()) {
                List<Column<?>> whole = new ArrayList<>(each.ownerColumns());
                each.place().ifPresent(whole::add);
                whole.addAll(each.elementColumns());
                to.add(Referrer.of(each.table(), each.ownerColumns(), whole));
            }
        }
    }

    private static boolean leadsTo(Table pairs, List<Column<?>> columns, EntityMapping<?> from, Set<Class<?>> family) {
        return from.relationships().stream()
                .filter(each -> each.isOwning()
                        && each.joinTable().filter(it -> it.table() == pairs).isPresent())
                .anyMatch(each -> family.contains(
                        each.joinTable().orElseThrow().ownerColumns().equals(columns)
                                ? from.javaType()
                                : each.target().javaType()));
    }

    /** The columns in each table that has them; and, where they are of the key, those that have that. */
    private static void foreignKeys(EntityMapping<?> from, ToOneMapping toOne, Set<Referrer> to) {
        from.tables().stream()
                .filter(each -> toOne.columns().stream().allMatch(each::has))
                .forEach(each -> to.add(Referrer.of(
                        each.table(),
                        toOne.columns().stream().<Column<?>>map(each::own).toList(),
                        List.of())));
        if (from.key().containsAll(toOne.columns())) {
            List<Integer> positions =
                    toOne.columns().stream().map(from.key()::indexOf).toList();
            to(from).forEach(each -> to.add(each.of(positions)));
        }
    }
}
