package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.view.ReflectedClasses;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;

/** What a model only names: the annotations on members, and objects of the classes that these name. */
final class Declarations {
    private Declarations() {}

    /** The annotation of a type on a member. */
    static Annotation annotation(MemberModel annotated, String annotationName, Class<?> near) {
        try {
            Class<?> declaring = ClassNames.load(annotated.declaringClass(), near);
            for (Annotation each : ReflectedClasses.annotations(declaring.getDeclaredField(annotated.name()))) {
                if (each.annotationType().getName().equals(annotationName)) {
                    return each;
                }
            }
        } catch (NoSuchFieldException e) {
            throw new MappingException(annotated.declaringClass() + " has lost its field " + annotated.name(), e);
        }
        throw new MappingException("@" + annotationName + " on " + annotated.declaringClass() + "." + annotated.name()
                + " is not kept at run time: add @Retention(RUNTIME) to it");
    }

    /** An object, by the constructor without parameters. */
    static Object create(Class<?> javaType) {
        try {
            Constructor<?> constructor = javaType.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new MappingException(
                    javaType.getName()
                            + " must have a constructor without parameters, in a package open to dev.azoth.orm",
                    e);
        }
    }
}
