package dev.azoth.orm.mapping.view;

import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the type parameters of a class. */
final class TypeArguments {
    static final TypeArguments NONE = new TypeArguments(Map.of());

    private final Map<TypeVariable<?>, TypeView> known;

    private TypeArguments(Map<TypeVariable<?>, TypeView> known) {
        this.known = known;
    }

    /** The parameters of a class stand for these types; of a raw class, whose list is empty, nothing is known. */
    static TypeArguments of(Class<?> generic, List<TypeView> arguments) {
        TypeVariable<?>[] parameters = generic.getTypeParameters();
        if (parameters.length == 0 || arguments.isEmpty()) {
            return NONE;
        }
        Map<TypeVariable<?>, TypeView> known = new HashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            known.put(parameters[i], arguments.get(i));
        }
        return new TypeArguments(known);
    }

    TypeView resolve(Type type) {
        return ReflectedType.of(type, this);
    }

    @Nullable
    TypeView of(TypeVariable<?> parameter) {
        return known.get(parameter);
    }
}
