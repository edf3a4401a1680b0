package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.sql.NamedFrom;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;

/** A static method of an entity's class that makes SQL for entities as they stand in a statement. */
final class PathMethod {
    private final String attribute;
    private final String what;
    private final Class<?>[] entities;
    private final Method method;

    /**
     * A method.
     *
     * @param attribute the attribute that it is for, as messages name it
     * @param what      what it makes, as messages name it
     * @param entities  the classes that its parameters are paths of
     */
    PathMethod(String attribute, String what, Class<?> declaring, String name, Class<?>... entities) {
        this.attribute = attribute;
        this.what = what;
        this.entities = entities.clone();
        this.method = Arrays.stream(declaring.getDeclaredMethods())
                .filter(each -> each.getName().equals(name)
                        && Modifier.isStatic(each.getModifiers())
                        && each.getParameterCount() == entities.length)
                .findFirst()
                .orElseThrow();
    }

    /** What it makes for these. */
    Object call(EntityPath<?>... here) {
        Object[] paths = new Object[here.length];
        for (int i = 0; i < paths.length; i++) {
            paths[i] = path(method.getParameterTypes()[i], entities[i], here[i]);
        }
        Accesses.lookup(method.getDeclaringClass()); // says what is not open
        try {
            method.setAccessible(true);
            return Objects.requireNonNull(method.invoke(null, paths), () -> method + " gave null");
        } catch (InvocationTargetException e) {
            throw new MappingException("the " + what + " of " + attribute + " failed: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new MappingException(method + " cannot be called", e);
        }
    }

    private EntityPath<?> path(Class<?> wanted, Class<?> entity, EntityPath<?> here) {
        if (wanted.isInstance(here) && entity.isAssignableFrom(here.javaType())) {
            return here;
        }
        EntityPath<?> own = wanted == EntityPath.class ? Entities.path(entity) : generated(wanted);
        return here.fromItem() instanceof NamedFrom named && !own.fromItem().equals(named) ? own.from(named) : own;
    }

    /** The path that the class which the processor wrote has in a constant. */
    private EntityPath<?> generated(Class<?> wanted) {
        for (Field each : wanted.getDeclaredFields()) {
            if (Modifier.isStatic(each.getModifiers())
                    && each.getType() == wanted
                    && EntityPath.class.isAssignableFrom(wanted)) {
                try {
                    each.setAccessible(true);
                    return (EntityPath<?>) Objects.requireNonNull(each.get(null));
                } catch (IllegalAccessException | RuntimeException e) {
                    throw new MappingException(wanted.getName() + "." + each.getName() + " cannot be read", e);
                }
            }
        }
        throw new MappingException("the method for " + attribute + " takes " + wanted.getName()
                + ", which is neither EntityPath nor what the annotation processor writes for an entity");
    }
}
