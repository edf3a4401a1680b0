package dev.azoth.orm.mapping;

import dev.azoth.InvalidRequestException;
import dev.azoth.MappingException;
import dev.azoth.orm.mapping.model.CallbackModel;
import dev.azoth.orm.mapping.model.Lifecycle;
import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ReflectedClasses;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a class, and those that it says listen to it, do at moments in the life of its objects. Found once for a class; safe for any number of threads, as its listeners must be. */
public final class EntityCallbacks {
    private static final MethodType CALL = MethodType.methodType(void.class, Object.class);
    private static final ClassValue<EntityCallbacks> CALLBACKS = new ClassValue<>() {
        @Override
        protected EntityCallbacks computeValue(Class<?> entity) {
            return new EntityCallbacks(entity);
        }
    };

    private final Map<Lifecycle, List<MethodHandle>> calls = new EnumMap<>(Lifecycle.class);

    private EntityCallbacks(Class<?> entity) {
        Map<String, Object> listeners = new LinkedHashMap<>();
        for (CallbackModel each : MappingRules.callbacks(ReflectedClasses.of(entity))) {
            calls.computeIfAbsent(each.moment(), moment -> new ArrayList<>()).add(handle(entity, each, listeners));
        }
    }

    /** The callbacks of a class. */
    public static EntityCallbacks of(Class<?> entity) {
        return CALLBACKS.get(entity);
    }

    private static MethodHandle handle(Class<?> entity, CallbackModel callback, Map<String, Object> listeners) {
        Class<?> declaring = ClassNames.load(callback.declaringClass(), entity);
        MethodHandles.Lookup lookup = Accesses.lookup(declaring);
        try {
            if (!callback.isListener()) {
                return lookup.unreflect(method(declaring, callback, null)).asType(CALL);
            }
            Class<?> parameter = ClassNames.load(callback.parameter(), entity);
            Object listener = listeners.get(callback.declaringClass());
            if (listener == null) {
                listener = made(declaring, lookup);
                listeners.put(callback.declaringClass(), listener);
            }
            return lookup.unreflect(method(declaring, callback, parameter))
                    .bindTo(listener)
                    .asType(CALL);
        } catch (IllegalAccessException | NoSuchMethodException e) {
            throw new MappingException(callback.declaringClass() + "." + callback.method() + " cannot be called", e);
        }
    }

    private static Method method(Class<?> declaring, CallbackModel callback, @Nullable Class<?> parameter)
            throws NoSuchMethodException {
        return parameter == null
                ? declaring.getDeclaredMethod(callback.method())
                : declaring.getDeclaredMethod(callback.method(), parameter);
    }

    private static Object made(Class<?> type, MethodHandles.Lookup lookup) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            return (Object) lookup.unreflectConstructor(constructor)
                    .asType(MethodType.methodType(Object.class))
                    .invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new MappingException("the listener " + type.getName() + " cannot be made", e);
        }
    }

    /** Whether nothing is ever done. */
    public boolean isEmpty() {
        return calls.isEmpty();
    }

    /** Whether anything is done at a moment. */
    public boolean has(Lifecycle moment) {
        return calls.containsKey(moment);
    }

    /**
     * Does what is to be done.
     *
     * @throws InvalidRequestException if a callback throws a checked exception
     */
    public void call(Lifecycle moment, Object entity) {
        for (MethodHandle each : calls.getOrDefault(moment, List.of())) {
            try {
                each.invokeExact(entity);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new InvalidRequestException(
                        "@" + moment.annotation() + " of " + entity.getClass().getName() + " failed", e);
            }
        }
    }
}
