package dev.azoth.orm;

import dev.azoth.orm.mapping.EntityMetaData;
import dev.azoth.schema.MetaData;
import java.util.function.Consumer;

/**
 * Entities by their classes.
 *
 * <p>How a class becomes a table, unless its annotations say otherwise:
 *
 * <ul>
 *   <li>Fields are mapped, whatever their visibility, but for static and {@code transient} ones and those with {@code @Transient}. The class
 *       needs a constructor without parameters, which may be private. A record may be an entity of columns; it is never changed.
 *   <li>Names are those of class and field in {@code snake_case}: {@code OrderLine.unitPrice} is {@code order_line.unit_price}. A foreign key's
 *       column is {@code <attribute>_<key column>}, such as {@code team_id}; a table of pairs is {@code <table>_<attribute>}. Reserved words are
 *       quoted where they are written.
 *   <li>A column may be null unless its field is primitive or of the key, its annotation says so ({@code nullable}, {@code optional}), or the
 *       field is not null by JSpecify's annotations: under {@code @NullMarked} what is not {@code @Nullable} is {@code NOT NULL}.
 *   <li>{@code String} is {@code VARCHAR(255)} or of the length said, {@code TEXT} with {@code @Lob}; {@code byte[]} has no limit unless one is said;
 *       enums are the names of their constants; {@code Instant} and {@code OffsetDateTime} are points in time, {@code LocalDateTime} is a
 *       wall clock's reading.
 *   <li>{@code @GeneratedValue} numbers keys by the database, and makes UUIDs, ordered by time, for keys of that class.
 *   <li>What Jakarta Persistence says and Azoth does not do is an error that names the way out; nothing is passed over.
 * </ul>
 */
public final class Entities {
    private Entities() {}

    /**
     * Maps a class that one cannot annotate, as an entity; with {@code @Embeddable} or {@code @MappedSuperclass} as one of these.
     *
     * <p>To be called before anything looks at the class, for all classes that lead to each other before the first of them is used. The mapping is that of
     * the whole process; said a second time, it must be the same.
     *
     * @throws dev.azoth.MappingException if it speaks of what the class does not have; what the rules do not take is said when the class is first used
     * @throws dev.azoth.InvalidRequestException if the class was looked at before, or is mapped differently
     */
    public static void map(Class<?> type, Consumer<ClassMapping> mapping) {
        ClassMapping said = new ClassMapping(type);
        mapping.accept(said);
        said.add();
    }

    /**
     * An entity for statements, without the annotation processor: its attributes are asked for by name.
     *
     * @throws dev.azoth.MappingException if the class cannot be mapped, with all that is wrong
     */
    public static <E> EntityPath<E> path(Class<E> entity) {
        return new EntityPath<>(entity);
    }

    /**
     * What an object has in memory, attached or not.
     *
     * @throws dev.azoth.MappingException if its class is no entity
     */
    public static <E> Inspection<E> inspect(E entity) {
        return new Inspection<>(entity);
    }

    /**
     * The tables of entities, of the entities that they lead to, and of the pairs between them: for {@code createAll} and {@code dropAll}.
     *
     * @throws dev.azoth.MappingException if one of the classes cannot be mapped, with all that is wrong with any of them
     */
    public static MetaData metadata(Class<?>... entities) {
        return EntityMetaData.of(entities);
    }
}
