package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.access.MemberAccess;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an object and the values embedded in it are taken apart into a state, and put together again.
 *
 * <p>Each member is an attribute, or a shape of its own.
 */
final class ObjectShape {
    private final String className;
    private final MemberAccess<Object> access;
    private final List<Part> parts;
    private final boolean flat;
    private final int[] primitives;

    /** A member. */
    record Part(
            int firstAttribute,
            int attributes,
            boolean primitive,
            @Nullable ObjectShape nested) {
        boolean has(int attribute) {
            return attribute >= firstAttribute && attribute < firstAttribute + attributes;
        }
    }

    ObjectShape(String className, MemberAccess<?> access, List<Part> parts) {
        this.className = className;
        this.access = untyped(access);
        this.parts = List.copyOf(parts);
        this.flat = parts.stream().allMatch(part -> part.nested() == null)
                && (parts.isEmpty() || parts.get(0).firstAttribute() == 0);
        this.primitives = IntStream.range(0, parts.size())
                .filter(member -> parts.get(member).primitive())
                .toArray();
    }

    @SuppressWarnings("unchecked") // it is given objects of its own class only
    private static MemberAccess<Object> untyped(MemberAccess<?> access) {
        return (MemberAccess<Object>) access;
    }

    void read(Object object, @Nullable Object[] state) {
        if (flat) {
            access.read(object, state);
            return;
        }
        for (int member = 0; member < parts.size(); member++) {
            Part part = parts.get(member);
            Object value = access.get(object, member);
            if (part.nested() == null) {
                state[part.firstAttribute()] = value;
            } else if (value != null) {
                part.nested().read(value, state);
            }
        }
    }

    /** Whether an object may differ from a state that it had; false is certain. */
    boolean differs(Object object, @Nullable Object[] before) {
        return !flat || access.differs(object, before);
    }

    /** Whether each member is an attribute, in order. */
    boolean isFlat() {
        return flat;
    }

    /** The shape of a member that is a value of several attributes. */
    ObjectShape nested(int member) {
        return Objects.requireNonNull(parts.get(member).nested());
    }

    Object create() {
        return access.create();
    }

    Object create(@Nullable Object[] state) {
        if (flat) {
            for (int member : primitives) {
                checked(member, state[member]);
            }
            return access.create(state);
        }
        List<@Nullable Object> values = new ArrayList<>(parts.size());
        for (int member = 0; member < parts.size(); member++) {
            Part part = parts.get(member);
            values.add(
                    part.nested() == null
                            ? checked(member, state[part.firstAttribute()])
                            : part.nested().createUnlessNull(state));
        }
        return access.create(values.toArray());
    }

    /** An embedded value all of whose columns are null is null itself. */
    private @Nullable Object createUnlessNull(@Nullable Object[] state) {
        for (Part part : parts) {
            for (int i = part.firstAttribute(); i < part.firstAttribute() + part.attributes(); i++) {
                if (state[i] != null) {
                    return create(state);
                }
            }
        }
        return null;
    }

    private @Nullable Object checked(int member, @Nullable Object value) {
        if (value == null && parts.get(member).primitive()) {
            throw new InvalidRequestException(
                    "a row has NULL for " + className + "." + access.members().get(member)
                            + ", which is primitive and cannot be null: make the column NOT NULL, or use the boxed class");
        }
        return value;
    }

    @Nullable
    Object get(Object object, int attribute) {
        int member = member(attribute);
        Part part = parts.get(member);
        Object value = access.get(object, member);
        return part.nested() == null || value == null ? value : part.nested().get(value, attribute);
    }

    void set(Object object, int attribute, @Nullable Object value) {
        int member = member(attribute);
        ObjectShape nested = parts.get(member).nested();
        if (nested == null) {
            access.set(object, member, checked(member, value));
            return;
        }
        // A value is replaced as a whole, since others may have it too
        Part part = parts.get(member);
        @Nullable Object[] state = new @Nullable Object[part.firstAttribute() + part.attributes()];
        Object before = access.get(object, member);
        if (before != null) {
            nested.read(before, state);
        }
        state[attribute] = value;
        access.set(object, member, nested.createUnlessNull(state));
    }

    /**
     * Gives an object some attributes of a state. A value of several attributes is made anew once, of these and of those that it has.
     *
     * @param some the indexes of the attributes
     */
    void set(Object object, @Nullable Object[] state, BitSet some) {
        for (int member = 0; member < parts.size(); member++) {
            Part part = parts.get(member);
            int first = some.nextSetBit(part.firstAttribute());
            if (first < 0 || !part.has(first)) {
                continue;
            }
            if (part.nested() == null) {
                access.set(object, member, checked(member, state[first]));
                continue;
            }
            @Nullable Object[] merged = new @Nullable Object[part.firstAttribute() + part.attributes()];
            Object before = access.get(object, member);
            if (before != null) {
                part.nested().read(before, merged);
            }
            for (int each = first; each >= 0 && each < merged.length; each = some.nextSetBit(each + 1)) {
                merged[each] = state[each];
            }
            access.set(object, member, part.nested().createUnlessNull(merged));
        }
    }

    private int member(int attribute) {
        if (flat) {
            return attribute;
        }
        for (int member = 0; member < parts.size(); member++) {
            if (parts.get(member).has(attribute)) {
                return member;
            }
        }
        throw new IndexOutOfBoundsException("no attribute " + attribute + " in " + className);
    }
}
