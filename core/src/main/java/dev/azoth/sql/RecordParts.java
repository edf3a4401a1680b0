package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes a node that is a record anew, of other components. */
final class RecordParts {
    private RecordParts() {}

    /** Whether the components can be read and a record made of others: those of this module, and public ones. */
    static boolean isOpen(Class<?> record) {
        Package own = RecordParts.class.getPackage();
        return record.getPackage() == own
                || (Modifier.isPublic(record.getModifiers())
                        && record.getModule().isExported(record.getPackageName(), RecordParts.class.getModule()));
    }

    /** The record with its parts rewritten; the same if nothing changed. */
    @SuppressWarnings("unchecked") // the constructor is of the class
    static <R> R rewritten(R record, Rewriter by) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        @Nullable Object[] parts = new Object[components.length];
        boolean changed = false;
        try {
            for (int i = 0; i < components.length; i++) {
                components[i].getAccessor().setAccessible(true);
                Object before = components[i].getAccessor().invoke(record);
                parts[i] = by.part(before);
                changed |= parts[i] != before;
            }
            return changed ? (R) constructor(record.getClass(), components).newInstance(parts) : record;
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            Throwable cause = e instanceof InvocationTargetException && e.getCause() != null ? e.getCause() : e;
            if (cause instanceof InvalidRequestException known) {
                throw known;
            }
            throw new InvalidRequestException(
                    record.getClass().getName() + " cannot have what a part of it was replaced by: "
                            + cause.getMessage(),
                    cause);
        }
    }

    private static Constructor<?> constructor(Class<?> record, RecordComponent[] components)
            throws NoSuchMethodException {
        Constructor<?> constructor = record.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }
}
