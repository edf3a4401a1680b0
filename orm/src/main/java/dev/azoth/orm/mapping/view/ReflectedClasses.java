package dev.azoth.orm.mapping.view;

/** Views of classes by reflection. */
public final class ReflectedClasses {
    private ReflectedClasses() {}

    /** The view of a class. */
    public static ClassView of(Class<?> javaType) {
        return new ReflectedClass(javaType, TypeArguments.NONE);
    }
}
