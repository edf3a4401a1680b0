package dev.azoth.vector.document;

import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the ids of a collection are, to the program and in their column; keep one in a constant. Immutable.
 *
 * <pre>{@code
 * DocumentStore docs = DocumentStore.open(engine, "docs", o -> o.embedder(model).ids(IdType.NUMBER));
 * docs.add(Document.of("text").withId(IdType.NUMBER, 7L));
 * long id = docs.get("7").orElseThrow().id(IdType.NUMBER);
 * }</pre>
 *
 * <p>A {@link Document} has its id as text, whatever the column holds: texts of the same id, such as {@code 7} and {@code 07}, are one.
 */
public final class IdType<T> {
    /** UUIDs, in the database's own type where it has one. Documents have one already, by chance. */
    public static final IdType<UUID> UUID = of(Types.UUID, java.util.UUID::toString, java.util.UUID::fromString);

    /** Whole numbers, {@code BIGINT}. A document has none until {@link Document#withId(IdType, Object)}. */
    public static final IdType<Long> NUMBER = of(Types.BIGINT, Object::toString, Long::valueOf);

    private final SqlType<T> type;
    private final SqlType<String> column;
    private final Function<? super T, String> write;
    private final Function<? super String, ? extends T> read;

    private IdType(SqlType<T> type, Function<? super T, String> write, Function<? super String, ? extends T> read) {
        this.type = type;
        this.write = write;
        this.read = read;
        this.column = type.convert(String.class, write, this::value);
    }

    /**
     * Ids of any type that a database can index.
     *
     * @param write makes the text; different ids have different texts
     * @param read  makes the id of a text; throws {@link IllegalArgumentException} if it is of none
     */
    public static <T> IdType<T> of(
            SqlType<T> type, Function<? super T, String> write, Function<? super String, ? extends T> read) {
        return new IdType<>(type, write, read);
    }

    /** The text of an id. */
    public String text(T id) {
        return write.apply(id);
    }

    /** The texts of ids, in their order: for {@link DocumentStore#get(Collection)}, say. */
    public List<String> texts(Collection<? extends T> ids) {
        return ids.stream().map(this::text).toList();
    }

    /**
     * The id of a text.
     *
     * @throws IllegalArgumentException if it is the text of none
     */
    public T value(String text) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "ids of type " + type.name() + " are wanted, and \"" + text + "\" is none", e);
        }
    }

    /** The one text that an id has in its collection. */
    String plain(String text) {
        return text(value(text));
    }

    /** The column's type, whose values are texts to statements. */
    SqlType<String> column() {
        return column;
    }

    /** The name of the type. */
    @Override
    public String toString() {
        return type.name();
    }
}
