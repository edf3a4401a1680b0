package dev.azoth.processor;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** A class by the compiler's model. */
final class ElementClass implements ClassView {
    private static final String NULL_MARKED = "org.jspecify.annotations.NullMarked";
    private static final String NULL_UNMARKED = "org.jspecify.annotations.NullUnmarked";

    private final CompilerClasses classes;
    private final TypeElement element;
    private final DeclaredType type;

    ElementClass(CompilerClasses classes, TypeElement element, DeclaredType type) {
        this.classes = classes;
        this.element = element;
        this.type = type;
    }

    @Override
    public String name() {
        return classes.elements().getBinaryName(element).toString();
    }

    @Override
    public String canonicalName() {
        return element.getQualifiedName().toString();
    }

    @Override
    public String simpleName() {
        return element.getSimpleName().toString();
    }

    @Override
    public String packageName() {
        return classes.elements().getPackageOf(element).getQualifiedName().toString();
    }

    @Override
    public Kind kind() {
        return switch (element.getKind()) {
            case ANNOTATION_TYPE -> Kind.ANNOTATION;
            case INTERFACE -> Kind.INTERFACE;
            case ENUM -> Kind.ENUM;
            case RECORD -> Kind.RECORD;
            default -> Kind.CLASS;
        };
    }

    @Override
    public boolean isAbstract() {
        return element.getModifiers().contains(Modifier.ABSTRACT);
    }

    @Override
    public boolean isPrivate() {
        for (Element each = element; each != null; each = each.getEnclosingElement()) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isInner() {
        NestingKind nesting = element.getNestingKind();
        return nesting == NestingKind.LOCAL
                || nesting == NestingKind.ANONYMOUS
                || (nesting == NestingKind.MEMBER && !element.getModifiers().contains(Modifier.STATIC));
    }

    @Override
    public boolean isGeneric() {
        return !element.getTypeParameters().isEmpty();
    }

    @Override
    public boolean isNullMarked() {
        for (Element each = element; each != null; each = each.getEnclosingElement()) {
            if (has(each, NULL_MARKED) || has(each, NULL_UNMARKED)) {
                return has(each, NULL_MARKED);
            }
        }
        return false;
    }

    @Override
    public List<AnnotationView> packageAnnotations() {
        return MirrorAnnotation.allOf(classes, classes.elements().getPackageOf(element));
    }

    private boolean has(Element on, String annotation) {
        return AnnotationView.find(MirrorAnnotation.allOf(classes, on), annotation)
                .isPresent();
    }

    @Override
    public ConstructorKind noArgConstructor() {
        for (ExecutableElement each : ElementFilter.constructorsIn(element.getEnclosedElements())) {
            if (each.getParameters().isEmpty()) {
                return each.getModifiers().contains(Modifier.PRIVATE)
                        ? ConstructorKind.PRIVATE
                        : ConstructorKind.REACHABLE;
            }
        }
        return ConstructorKind.NONE;
    }

    @Override
    public Optional<ClassView> superclass() {
        if (element.getSuperclass().getKind() != TypeKind.DECLARED) {
            return Optional.empty();
        }
        // The first supertype is the superclass, with the arguments that are known here
        TypeMirror superclass = classes.types().directSupertypes(type).get(0);
        return classes.of(superclass).asClass().filter(each -> !each.name().equals("java.lang.Object"));
    }

    @Override
    public List<TypeView> interfaces() {
        return classes.types().directSupertypes(type).stream()
                .filter(each -> classes.types().asElement(each).getKind().isInterface())
                .<TypeView>map(classes::of)
                .toList();
    }

    @Override
    public List<ClassView> permitted() {
        return element.getPermittedSubclasses().stream()
                .map(classes::of)
                .map(TypeView::asClass)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<String> constants() {
        return ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString())
                .toList();
    }

    @Override
    public List<MemberView> fields() {
        return members(ElementFilter.fieldsIn(element.getEnclosedElements()), false);
    }

    @Override
    public List<MemberView> methods() {
        return members(ElementFilter.methodsIn(element.getEnclosedElements()), false);
    }

    @Override
    public List<MemberView> staticMethods() {
        return members(ElementFilter.methodsIn(element.getEnclosedElements()), true);
    }

    private List<MemberView> members(List<? extends Element> all, boolean isStatic) {
        return all.stream()
                .filter(each -> each.getModifiers().contains(Modifier.STATIC) == isStatic
                        && each.getKind() != ElementKind.ENUM_CONSTANT)
                .<MemberView>map(each -> new ElementMember(classes, this, type, each))
                .toList();
    }

    @Override
    public boolean mayBeAnnotated() {
        return classes.mayBeAnnotated(element);
    }

    @Override
    public List<AnnotationView> annotations() {
        return MirrorAnnotation.allOf(classes, element);
    }

    @Override
    public String toString() {
        return name();
    }
}
