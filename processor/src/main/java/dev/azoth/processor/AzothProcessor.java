package dev.azoth.processor;

import com.palantir.javapoet.JavaFile;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.model.TableModel;
import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ClassView;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Writes, for each entity, the class by which statements name its attributes ({@code User_}) and the one that reads and writes its fields
 * ({@code User__Access}); and reports what is wrong with a mapping, by the rules that hold at run time too, at the class or field.
 *
 * <p>{@code @SuppressWarnings("azoth")} on a member, its class or a class around it keeps its warnings quiet.
 *
 * <p>The option {@code -Aazoth.suffix=Path} names the first class {@code UserPath}, as is needed where Hibernate maps the same entities and fills the
 * classes named by an entity and an underscore. An entity that names a class which does not exist yet waits for
 * the processor that writes it.
 */
@SupportedAnnotationTypes({AzothProcessor.ENTITY, AzothProcessor.EMBEDDABLE})
@SupportedOptions(AzothProcessor.SUFFIX)
public final class AzothProcessor extends AbstractProcessor {
    static final String ENTITY = "jakarta.persistence.Entity";
    static final String EMBEDDABLE = "jakarta.persistence.Embeddable";
    static final String SUFFIX = "azoth.suffix";

    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> compiled = new HashSet<>();
    private final Set<Problem> reported = new LinkedHashSet<>();
    private boolean suffixRefused;

    /** Made by the compiler. */
    public AzothProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements())
                .forEach(each -> compiled.add(each.getQualifiedName().toString()));
        Map<String, TypeElement> found = new LinkedHashMap<>();
        waiting.forEach(each -> found.put(each, processingEnv.getElementUtils().getTypeElement(each)));
        for (Class<? extends Annotation> annotation : List.of(Embeddable.class, Entity.class)) {
            ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))
                    .forEach(each -> found.put(each.getQualifiedName().toString(), each));
        }
        waiting.clear();
        found.forEach((name, element) -> {
            if (MissingTypes.in(element, processingEnv.getTypeUtils())) {
                waiting.add(name);
            } else {
                handle(element);
            }
        });
        return false;
    }

    private void handle(TypeElement element) {
        CompilerClasses classes =
                new CompilerClasses(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), compiled::contains);
        ClassView view = classes.of(element);
        List<JavaFile> written = new ArrayList<>();
        List<AttributeModel> attributes = List.of();
        List<TableModel.IndexModel> indexes = List.of();
        Optional<String> keyClass = Optional.empty();
        AccessWriter access = new AccessWriter(processingEnv, element);
        if (element.getAnnotation(Entity.class) != null) {
            MappingRules.Outcome outcome = MappingRules.apply(view);
            outcome.problems().forEach(each -> report(each, element));
            EntityModel draft = outcome.draft().orElseThrow();
            attributes = draft.attributes();
            keyClass = draft.keyClass();
            indexes = draft.table().indexes();
            if (new MemberElements(processingEnv, element).canName(element)) {
                written.add(new PathWriter(processingEnv, element, draft, suffix()).write());
            }
            if (outcome.model().isPresent()) {
                access.write(draft.attributes().stream()
                                .map(AttributeModel::member)
                                .toList())
                        .ifPresent(written::add);
            }
        } else {
            access.write(MappingRules.members(view)).ifPresent(written::add);
        }
        written.forEach(each -> save(each.typeSpec().name(), element, () -> each.writeTo(processingEnv.getFiler())));
        ReachabilityMetadata reachable = new ReachabilityMetadata(view, attributes, keyClass);
        reachable.indexes(indexes);
        written.forEach(each -> reachable.generated(each.packageName(), each.typeSpec()));
        save("the metadata for native-image", element, () -> reachable.write(processingEnv.getFiler(), element));
    }

    private String suffix() {
        String suffix = processingEnv.getOptions().getOrDefault(SUFFIX, "_");
        if (!suffix.isEmpty() && SourceVersion.isIdentifier("A" + suffix)) {
            return suffix;
        }
        if (!suffixRefused) {
            suffixRefused = true;
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "-A" + SUFFIX + "=" + suffix + ": it must be what a name can end with, such as _ or Path");
        }
        return "_";
    }

    /** Writes a file. */
    private interface Write {
        void run() throws IOException;
    }

    private void save(String what, TypeElement origin, Write write) {
        try {
            write.run();
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(Diagnostic.Kind.ERROR, "cannot write " + what + ": " + e.getMessage(), origin);
        }
    }

    private void report(Problem problem, TypeElement entity) {
        if (reported.add(problem)) {
            Element place = Places.of(problem, entity, processingEnv.getElementUtils());
            if (problem.severity() == Problem.Severity.WARNING && Places.isQuiet(place)) {
                return;
            }
            processingEnv
                    .getMessager()
                    .printMessage(
                            problem.severity() == Problem.Severity.ERROR
                                    ? Diagnostic.Kind.ERROR
                                    : Diagnostic.Kind.WARNING,
                            problem.toString(),
                            place);
        }
    }
}
