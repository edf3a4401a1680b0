package dev.azoth.orm.mapping.view;

import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the type parameters of a class. */
final class TypeArguments {
    /** Nothing is known, and a parameter is its bound. */
    static final TypeArguments NONE = new TypeArguments(Map.of(), false);

    /** The class was named without arguments: its members have none either, as Java has it of raw types. */
    private static final TypeArguments RAW = new TypeArguments(Map.of(), true);

    private final Map<TypeVariable<?>, TypeView> known;
    private final boolean raw;

    private TypeArguments(Map<TypeVariable<?>, TypeView> known, boolean raw) {
        this.known = known;
        this.raw = raw;
    }

    /** The parameters of a class stand for these types; the list of a raw class is empty. */
    static TypeArguments of(Class<?> generic, List<TypeView> arguments) {
        TypeVariable<?>[] parameters = generic.getTypeParameters();
        if (parameters.length == 0 || arguments.isEmpty()) {
            return parameters.length == 0 ? NONE : RAW;
        }
        Map<TypeVariable<?>, TypeView> known = new HashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            known.put(parameters[i], arguments.get(i));
        }
        return new TypeArguments(known, false);
    }

    TypeView resolve(Type type) {
        return ReflectedType.of(type, this);
    }

    boolean isRaw() {
        return raw;
    }

    @Nullable
    TypeView of(TypeVariable<?> parameter) {
        return known.get(parameter);
    }
}
