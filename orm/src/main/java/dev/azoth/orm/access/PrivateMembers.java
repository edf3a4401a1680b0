package dev.azoth.orm.access;

import dev.azoth.MappingException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what generated code may not name: private fields and constructors of the classes beside it.
 *
 * <p>Kept in a constant, a handle is as fast as the plain access.
 */
public final class PrivateMembers {
    private PrivateMembers() {}

    /**
     * A field.
     *
     * @param caller the lookup of the generated class
     * @throws MappingException if the field is not there, or the caller's module may not see it
     */
    public static VarHandle field(MethodHandles.Lookup caller, Class<?> owner, String name, Class<?> type) {
        try {
            return open(caller, owner).findVarHandle(owner, name, type);
        } catch (NoSuchFieldException | IllegalAccessException e) {
            throw new MappingException(
                    owner.getName() + "." + name + " is not of " + type.getName() + " any more: compile it again", e);
        }
    }

    /**
     * A constructor, as a method that takes an array of the parameters' values and returns an {@code Object}.
     *
     * @param caller the lookup of the generated class
     * @throws MappingException if the constructor is not there, or the caller's module may not see it
     */
    public static MethodHandle constructor(MethodHandles.Lookup caller, Class<?> owner, Class<?>... parameters) {
        try {
            return open(caller, owner)
                    .findConstructor(owner, MethodType.methodType(void.class, parameters))
                    .asSpreader(Object[].class, parameters.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new MappingException(
                    owner.getName() + " has no constructor of " + List.of(parameters) + " any more: compile it again",
                    e);
        }
    }

    /** Calls what {@link #constructor} found, letting through what it throws. */
    public static Object create(MethodHandle constructor, @Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new MappingException("a constructor failed: " + e.getMessage(), e);
        }
    }

    private static MethodHandles.Lookup open(MethodHandles.Lookup caller, Class<?> owner) {
        if (caller.lookupClass() == owner) {
            return caller;
        }
        try {
            return MethodHandles.privateLookupIn(owner, caller);
        } catch (IllegalAccessException e) {
            throw new MappingException(
                    owner.getName() + " is not open to its mapping: add \"opens " + owner.getPackageName() + " to "
                            + caller.lookupClass().getModule().getName() + ";\" to the module "
                            + owner.getModule().getName(),
                    e);
        }
    }
}
