package dev.azoth.orm.mapping.view;

import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A type by reflection: a class without its arguments, and the arguments. */
final class ReflectedType implements TypeView {
    private final Class<?> erased;
    private final List<TypeView> arguments;
    private final Optional<TypeView> component;

    private ReflectedType(Class<?> erased, List<TypeView> arguments, Optional<TypeView> component) {
        this.erased = erased;
        this.arguments = arguments;
        this.component = component;
    }

    static TypeView of(Type type, TypeArguments known) {
        if (type instanceof ParameterizedType parameterized) {
            if (known.isRaw()) {
                return of(parameterized.getRawType(), known);
            }
            List<TypeView> arguments = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(known::resolve)
                    .toList();
            return new ReflectedType((Class<?>) parameterized.getRawType(), arguments, Optional.empty());
        } else if (type instanceof TypeVariable<?> parameter) {
            TypeView argument = known.of(parameter);
            return argument == null ? erasure(parameter.getBounds()[0]) : argument;
        } else if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], known);
        } else if (type instanceof GenericArrayType array) {
            TypeView component = of(array.getGenericComponentType(), known);
            return new ReflectedType(((ReflectedType) component).erased.arrayType(), List.of(), Optional.of(component));
        }
        Class<?> plain = (Class<?>) type;
        return new ReflectedType(
                plain, List.of(), Optional.ofNullable(plain.getComponentType()).map(each -> of(each, known)));
    }

    private static TypeView erasure(Type bound) {
        return bound instanceof ParameterizedType parameterized
                ? of(parameterized.getRawType(), TypeArguments.NONE)
                : of(bound, TypeArguments.NONE);
    }

    @Override
    public String name() {
        return erased.getName();
    }

    @Override
    public Optional<ClassView> asClass() {
        return erased.isPrimitive() || erased.isArray()
                ? Optional.empty()
                : Optional.of(new ReflectedClass(erased, TypeArguments.of(erased, arguments)));
    }

    @Override
    public List<TypeView> arguments() {
        return arguments;
    }

    @Override
    public Optional<TypeView> component() {
        return component;
    }

    @Override
    public boolean isPrimitive() {
        return erased.isPrimitive();
    }

    @Override
    public TypeView boxed() {
        return isPrimitive() ? of(MethodType.methodType(erased).wrap().returnType(), TypeArguments.NONE) : this;
    }

    @Override
    public String toString() {
        return spelled();
    }
}
