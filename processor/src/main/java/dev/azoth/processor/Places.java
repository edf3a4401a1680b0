package dev.azoth.processor;

import dev.azoth.orm.mapping.model.Problem;
import java.util.Arrays;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds the element that a problem is about. */
final class Places {
    private Places() {}

    /** Whether warnings are not wanted at a place, or around it. */
    static boolean isQuiet(Element place) {
        for (Element each = place; each != null; each = each.getEnclosingElement()) {
            SuppressWarnings quiet = each.getAnnotation(SuppressWarnings.class);
            if (quiet != null && Arrays.asList(quiet.value()).contains("azoth")) {
                return true;
            }
        }
        return false;
    }

    /** The member, else its class, else the entity that the class belongs to. */
    static Element of(Problem problem, TypeElement entity, Elements elements) {
        TypeElement owner = elements.getTypeElement(problem.className().replace('$', '.'));
        if (owner == null) {
            return entity;
        }
        if (owner.getKind() == ElementKind.RECORD) {
            return owner; // the compiler keeps no line for a component
        }
        for (Element each : owner.getEnclosedElements()) {
            if (!problem.member().isEmpty() && each.getSimpleName().contentEquals(problem.member())) {
                return each;
            }
        }
        return owner;
    }
}
