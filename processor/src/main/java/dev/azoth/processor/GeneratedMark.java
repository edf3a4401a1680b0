package dev.azoth.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** What generated classes have in common: the mark that tools know them by, and whether they are public. */
final class GeneratedMark {
    private GeneratedMark() {}

    static List<AnnotationSpec> annotations(ProcessingEnvironment environment, TypeElement origin) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        // Only where the module of the entity reads the module that the annotation is in
        TypeElement generated = environment
                .getElementUtils()
                .getTypeElement(
                        environment.getElementUtils().getModuleOf(origin), "javax.annotation.processing.Generated");
        if (generated != null) {
            annotations.add(AnnotationSpec.builder(ClassName.get(generated))
                    .addMember("value", "$S", AzothProcessor.class.getName())
                    .build());
        }
        annotations.add(AnnotationSpec.builder(SuppressWarnings.class)
                // "all" is for checkers other than javac, which knows lint categories only
                .addMember("value", "$S", "all")
                .addMember("value", "$S", "unchecked")
                .build());
        return annotations;
    }

    static Modifier[] modifiers(TypeElement origin) {
        for (Element each = origin; each instanceof TypeElement; each = each.getEnclosingElement()) {
            if (!each.getModifiers().contains(Modifier.PUBLIC)) {
                return new Modifier[] {Modifier.FINAL};
            }
        }
        return new Modifier[] {Modifier.PUBLIC, Modifier.FINAL};
    }
}
