package dev.azoth.processor;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * Finds out whether a class names types that are not there. Another processor may yet write them; and if none does, the compiler says so
 * itself, and anything said here would only hide it.
 */
final class MissingTypes {
    private MissingTypes() {}

    static boolean in(TypeElement type, Types types) {
        for (Element field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            if (isMissing(field.asType()) || isAnnotationMissing(field)) {
                return true;
            }
        }
        TypeMirror superclass = type.getSuperclass();
        return isAnnotationMissing(type)
                || isMissing(superclass)
                || (superclass.getKind() == TypeKind.DECLARED && in((TypeElement) types.asElement(superclass), types));
    }

    private static boolean isAnnotationMissing(Element element) {
        return element.getAnnotationMirrors().stream().anyMatch(each -> isMissing(each.getAnnotationType()));
    }

    private static boolean isMissing(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return isMissing(array.getComponentType());
        }
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared && anyMissing(declared.getTypeArguments()));
    }

    private static boolean anyMissing(List<? extends TypeMirror> types) {
        return types.stream().anyMatch(MissingTypes::isMissing);
    }
}
