package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.access.PrivateMembers;
import dev.azoth.orm.mapping.model.MemberModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** A field or a record's component, read and written through handles of one type, so that no call adapts it again. */
final class FieldHandle {
    private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

    private final MethodHandle getter;
    private final @Nullable MethodHandle setter;

    private FieldHandle(MethodHandle getter, @Nullable MethodHandle setter) {
        this.getter = getter.asType(GETTER);
        this.setter = setter == null ? null : setter.asType(SETTER);
    }

    static FieldHandle of(MethodHandles.Lookup lookup, Class<?> javaType, MemberModel member) {
        Class<?> declaring = ClassNames.load(member.declaringClass(), javaType);
        // A superclass may be in a package that is open to the mapper only, and not to the entity's own module
        MethodHandles.Lookup there = declaring == javaType ? lookup : Accesses.lookup(declaring);
        try {
            Class<?> type = declaring.getDeclaredField(member.name()).getType();
            VarHandle field = PrivateMembers.field(there, declaring, member.name(), type);
            return new FieldHandle(
                    field.toMethodHandle(VarHandle.AccessMode.GET), field.toMethodHandle(VarHandle.AccessMode.SET));
        } catch (NoSuchFieldException e) {
            throw new MappingException(declaring.getName() + " has no field " + member.name(), e);
        }
    }

    /** A record's component, as its accessor tells it. */
    static FieldHandle ofComponent(MethodHandles.Lookup lookup, RecordComponent component) {
        try {
            return new FieldHandle(lookup.unreflect(component.getAccessor()), null);
        } catch (IllegalAccessException e) {
            throw new MappingException(component + " cannot be read", e);
        }
    }

    @Nullable
    Object get(Object object) {
        try {
            return (Object) getter.invokeExact(object);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    void set(Object object, @Nullable Object value) {
        if (setter == null) {
            throw new UnsupportedOperationException(
                    "a record does not change: " + object.getClass().getName());
        }
        try {
            setter.invokeExact(object, value);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
