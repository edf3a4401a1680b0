package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.model.ExpressionModel;
import dev.azoth.schema.Column;
import dev.azoth.sql.Expression;
import dev.azoth.sql.NamedFrom;
import dev.azoth.sql.Sql;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The expression that an attribute is read from: a static method of its class makes it for what the entity is read from. */
final class AttributeExpression {
    private final EntityMapping<?> owner;
    private final String name;
    private final Column<?> column;
    private final @Nullable Method method;

    AttributeExpression(EntityMapping<?> owner, String name, ExpressionModel model, Column<?> column) {
        this.owner = owner;
        this.name = name;
        this.column = column;
        this.method = model.isOfQuery() ? null : method(ClassNames.load(model.className(), owner.javaType()), model);
    }

    private static Method method(Class<?> declaring, ExpressionModel model) {
        return Arrays.stream(declaring.getDeclaredMethods())
                .filter(each -> each.getName().equals(model.method())
                        && Modifier.isStatic(each.getModifiers())
                        && each.getParameterCount() == 1)
                .findFirst()
                .orElseThrow();
    }

    /** Whether each query gives the expression; else it is NULL. */
    boolean isOfQuery() {
        return method == null;
    }

    /** The expression for the entity as it stands in a statement. */
    Expression<?> in(EntityPath<?> here) {
        if (method == null) {
            return Sql.nullValue(column.type()).cast(column.type());
        }
        Expression<?> made = (Expression<?>) call(method, path(method.getParameterTypes()[0], here));
        if (made.type().javaType() != column.type().javaType()) {
            throw new MappingException(owner.name() + "." + name + " is of "
                    + column.type().javaType().getName() + ", and its expression of "
                    + made.type().javaType().getName() + ": cast it to the type of the member");
        }
        return made;
    }

    private EntityPath<?> path(Class<?> wanted, EntityPath<?> here) {
        if (wanted.isInstance(here) && owner.javaType().isAssignableFrom(here.javaType())) {
            return here;
        }
        EntityPath<?> own = wanted == EntityPath.class ? Entities.path(owner.javaType()) : generated(wanted);
        return here.fromItem() instanceof NamedFrom named && !own.fromItem().equals(named) ? own.from(named) : own;
    }

    /** The path that the class which the processor wrote has in a constant. */
    private EntityPath<?> generated(Class<?> wanted) {
        for (Field each : wanted.getDeclaredFields()) {
            if (Modifier.isStatic(each.getModifiers()) && each.getType() == wanted && isPath(wanted)) {
                try {
                    each.setAccessible(true);
                    return (EntityPath<?>) Objects.requireNonNull(each.get(null));
                } catch (IllegalAccessException | RuntimeException e) {
                    throw new MappingException(wanted.getName() + "." + each.getName() + " cannot be read", e);
                }
            }
        }
        throw new MappingException("the method for " + owner.name() + "." + name + " takes " + wanted.getName()
                + ", which is neither EntityPath nor what the annotation processor writes for an entity");
    }

    private static boolean isPath(Class<?> wanted) {
        return EntityPath.class.isAssignableFrom(wanted);
    }

    private Object call(Method made, Object path) {
        Accesses.lookup(made.getDeclaringClass()); // says what is not open
        try {
            made.setAccessible(true);
            return Objects.requireNonNull(made.invoke(null, path), () -> made + " gave null");
        } catch (InvocationTargetException e) {
            throw new MappingException(
                    "the expression of " + owner.name() + "." + name + " failed: " + e.getCause(), e);
        } catch (IllegalAccessException e) {
            throw new MappingException(made + " cannot be called", e);
        }
    }
}
