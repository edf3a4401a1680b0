package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ReflectedClasses;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.util.Optional;

/** What a model only names: the annotations on members, and objects of the classes that these name. */
final class Declarations {
    private Declarations() {}

    /** The annotation of a type on a member. */
    static Annotation annotation(MemberModel annotated, String annotationName, Class<?> near) {
        Class<?> declaring = ClassNames.load(annotated.declaringClass(), near);
        Optional<Annotation> found = MappingRules.member(ReflectedClasses.of(declaring), annotated.name())
                .flatMap(each -> each.annotation(annotationName))
                .map(ReflectedClasses::annotation);
        if (found.isPresent()) {
            return found.get();
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
