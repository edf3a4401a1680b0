package dev.azoth.orm.mapping.view;

import java.lang.annotation.Annotation;

/** Views of classes by reflection. */
public final class ReflectedClasses {
    private ReflectedClasses() {}

    /** The view of a class. */
    public static ClassView of(Class<?> javaType) {
        return new ReflectedClass(javaType, TypeArguments.NONE);
    }

    /** What an annotation of such a view is a view of. */
    public static Annotation annotation(AnnotationView view) {
        return ((ReflectedAnnotation) view).annotation();
    }
}
