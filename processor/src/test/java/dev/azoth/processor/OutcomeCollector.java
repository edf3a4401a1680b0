package dev.azoth.processor;

import dev.azoth.orm.mapping.rules.MappingRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Applies the rules to each entity as the compiler sees it, and keeps what comes of it. */
@SupportedAnnotationTypes(AzothProcessor.ENTITY)
final class OutcomeCollector extends AbstractProcessor {
    private final Map<String, MappingRules.Outcome> outcomes = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        CompilerClasses classes =
                new CompilerClasses(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), compiled -> true);
        for (TypeElement annotation : annotations) {
            for (TypeElement each : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                outcomes.put(
                        processingEnv.getElementUtils().getBinaryName(each).toString(),
                        MappingRules.apply(classes.of(each)));
            }
        }
        return false;
    }

    Map<String, MappingRules.Outcome> outcomes() {
        return outcomes;
    }
}
