package dev.azoth.orm.mapping.view;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.List;

/** Views of classes by reflection. */
public final class ReflectedClasses {
    private ReflectedClasses() {}

    /** The annotations of a field, with those that a program gave it from outside. */
    public static List<Annotation> annotations(Field field) {
        return AddedAnnotations.of(field.getDeclaringClass()).onField(field.getName(), field.getDeclaredAnnotations());
    }

    /** The view of a class. */
    public static ClassView of(Class<?> javaType) {
        return new ReflectedClass(javaType, TypeArguments.NONE);
    }
}
