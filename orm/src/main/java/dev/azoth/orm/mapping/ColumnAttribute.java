package dev.azoth.orm.mapping;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.ValueRequest;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.schema.Column;
import dev.azoth.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An attribute that is a column. */
public final class ColumnAttribute extends AttributeMapping {
    private static final Set<Class<?>> UNCHANGING = Set.of(
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            String.class,
            UUID.class,
            Instant.class,
            Duration.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class);

    private final ColumnModel model;
    private final Column<?> column;
    private final int slot;
    private final SqlType<Object> type;
    private final @Nullable ValueMaker maker;
    private final @Nullable SequenceNumbers numbers;
    private final @Nullable AttributeExpression expression;

    @SuppressWarnings("unchecked") // it is given values of its own column only
    ColumnAttribute(EntityMapping<?> owner, String name, ColumnModel model, int index, Column<?> column, int slot) {
        super(owner, name, model.member(), index);
        this.model = model;
        this.column = column;
        this.slot = slot;
        this.type = (SqlType<Object>) column.type();
        this.maker = model.generation() instanceof Generation.Made made
                ? ValueMaker.of(made, model, owner.javaType())
                : null;
        this.numbers = model.generation() instanceof Generation.Numbered numbered
                ? SequenceNumbers.of(numbered, column.table())
                : null;
        this.expression = model.expression()
                .map(each -> new AttributeExpression(owner, name, each, column))
                .orElse(null);
    }

    /** The column. */
    public Column<?> column() {
        return column;
    }

    /** Whether it is read from an expression, and never written; its column is of no table then. */
    public boolean isComputed() {
        return expression != null;
    }

    /** Whether each query gives the expression that it is read from. */
    public boolean isOfQuery() {
        return expression != null && expression.isOfQuery();
    }

    /** What it is read from, where it is no column of a table. */
    Optional<AttributeExpression> expression() {
        return Optional.ofNullable(expression);
    }

    /** The column's position in {@link EntityMapping#columns()} and in the arrays of {@link EntityObjects#values}. */
    public int slot() {
        return slot;
    }

    /** Whether it is of the primary key. */
    public boolean isId() {
        return model.id();
    }

    /** Where its values come from. */
    public Generation generation() {
        return model.generation();
    }

    /** Whether the database may give its values, which are read then. */
    public boolean isOfDatabase() {
        return model.generation().isOfDatabase();
    }

    /** Whether the database may give it another value with each update of the row. */
    public boolean isFetchedAgain() {
        return isOfDatabase() && model.generation().isChanging();
    }

    /** Whether the session makes its values by a class, for objects that have none. */
    public boolean isMade() {
        return maker != null;
    }

    /** Whether the session makes it anew for each change of the row. */
    public boolean isMadeAgain() {
        return isMade() && model.generation().isChanging();
    }

    /** Makes a value, of a column that {@linkplain #isMade is made}, and gives it to an object. */
    public void make(Object entity, ValueRequest request) {
        set(entity, made(request));
    }

    /** Makes a value, of a column that {@linkplain #isMade is made}. */
    public @Nullable Object made(ValueRequest request) {
        return Objects.requireNonNull(maker).make(this, request);
    }

    /** The sequence that numbers it, if one does. */
    public Optional<SequenceNumbers> numbers() {
        return Optional.ofNullable(numbers);
    }

    /** Gives an object a number of the sequence. */
    public void number(Object entity, long number) {
        set(entity, numbered(number));
    }

    /** A number of the sequence, as the column has it. */
    public Object numbered(long number) {
        return Objects.requireNonNull(numbers).number(number, this);
    }

    /** Whether an object has no value in it yet, and gets one: null, or the zero of a primitive key. */
    public boolean isUngiven(Object entity) {
        Object held = get(entity);
        return held == null || isUnnumbered(held);
    }

    /** Whether it tells versions of the row apart. */
    public boolean isVersion() {
        return model.version();
    }

    /** Whether it says that the row is deleted. */
    public boolean isSoftDelete() {
        return model.softDelete();
    }

    /** Whether it says whose the row is. */
    public boolean isTenant() {
        return model.tenant();
    }

    /** Whether it counts the changes of the row. */
    public boolean isCounted() {
        return isVersion() && generation() instanceof Generation.Assigned;
    }

    /** Whether it is written by INSERT. */
    public boolean isInsertable() {
        return model.insertable();
    }

    /** Whether it is written by UPDATE. */
    public boolean isUpdatable() {
        return model.updatable();
    }

    /** The value in an entity as the column has it: out of the {@code Lazy} if it is one, which must be loaded. */
    public @Nullable Object value(Object entity) {
        return value(get(entity), isLazy());
    }

    static @Nullable Object value(@Nullable Object member, boolean lazy) {
        return lazy && member instanceof Lazy<?> holder ? holder.get() : member;
    }

    boolean isUnnumbered(Object value) {
        return isPrimitive()
                && isId()
                && !(generation() instanceof Generation.Assigned)
                && value instanceof Number number
                && number.longValue() == 0;
    }

    /** Whether two values of the column, either of which may be null, are the same for a change check. */
    public boolean same(@Nullable Object left, @Nullable Object right) {
        return left == right || (left != null && right != null && type.same(left, right));
    }

    /** A copy of a value, out of reach of later changes. */
    public @Nullable Object copy(@Nullable Object value) {
        return value == null ? null : type.copy(value);
    }

    /** Whether a value may change without being replaced, so that a snapshot needs a copy. */
    boolean changesInPlace() {
        Class<?> values = type.javaType();
        return !values.isEnum() && !UNCHANGING.contains(values);
    }

    /** Whether a member's value differs from the one in a snapshot; a {@code Lazy} that is not loaded has not been changed. */
    boolean changed(@Nullable Object before, @Nullable Object now) {
        if (before == now) {
            return false;
        }
        if (!isLazy()) {
            return !same(before, now);
        }
        boolean known = !(before instanceof Lazy<?> old) || old.isLoaded();
        boolean unloaded = now instanceof Lazy<?> current && !current.isLoaded();
        return !unloaded && (!known || !same(value(before, true), value(now, true)));
    }
}
