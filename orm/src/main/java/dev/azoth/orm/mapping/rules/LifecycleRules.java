package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.CallbackModel;
import dev.azoth.orm.mapping.model.Lifecycle;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the methods that are called in the life of an entity's objects: those of its listeners, then its own; those of superclasses first. */
final class LifecycleRules {
    private final ClassView entity;
    private final Findings findings;

    LifecycleRules(ClassView entity, Findings findings) {
        this.entity = entity;
        this.findings = findings;
    }

    /** Whether an annotation is one of these. */
    static boolean isCallback(String annotation) {
        return moment(annotation).isPresent();
    }

    private static Optional<Lifecycle> moment(String annotation) {
        for (Lifecycle each : Lifecycle.values()) {
            if (annotation.equals(Jakarta.PREFIX + each.annotation())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    List<CallbackModel> map() {
        List<CallbackModel> all = new ArrayList<>();
        List<ClassView> classes = Members.hierarchy(entity);
        int first = 0;
        for (int i = 0; i < classes.size(); i++) {
            first = classes.get(i).has(Jakarta.EXCLUDE_SUPERCLASS_LISTENERS) ? i : first;
        }
        for (ClassView each : classes.subList(first, classes.size())) {
            each.annotation(Jakarta.ENTITY_LISTENERS)
                    .ifPresent(listeners ->
                            listeners.typeValues("value").forEach(type -> all.addAll(listener(each, type))));
        }
        Map<String, CallbackModel> own = new LinkedHashMap<>();
        for (ClassView each : classes) {
            for (CallbackModel callback : methods(each, false)) {
                own.remove(callback.moment() + callback.method()); // it overrides the one above
                own.put(callback.moment() + callback.method(), callback);
            }
        }
        all.addAll(own.values());
        return all;
    }

    private List<CallbackModel> listener(ClassView where, TypeView type) {
        Optional<ClassView> found = type.asClass();
        if (found.isEmpty()
                || found.get().kind() != ClassView.Kind.CLASS
                || found.get().isAbstract()
                || found.get().isInner()
                || found.get().noArgConstructor() == ClassView.ConstructorKind.NONE) {
            findings.error(
                    where,
                    "its listener " + type.spelled()
                            + " cannot be made: it must be a class with a constructor without parameters; to register an object, use"
                            + " SessionOptions.listener");
            return new ArrayList<>();
        }
        List<CallbackModel> all = new ArrayList<>();
        for (ClassView each : Members.hierarchy(found.get())) {
            all.addAll(methods(each, true));
        }
        if (all.isEmpty()) {
            findings.error(
                    where,
                    "its listener " + type.spelled() + " listens to nothing: annotate a method with @PrePersist, say");
        }
        return all;
    }

    private List<CallbackModel> methods(ClassView type, boolean listens) {
        Map<Lifecycle, MemberView> known = new EnumMap<>(Lifecycle.class);
        List<CallbackModel> all = new ArrayList<>();
        for (MemberView method : type.methods()) {
            for (AnnotationView annotation : method.annotations()) {
                moment(annotation.name()).ifPresent(moment -> {
                    MemberView other = known.putIfAbsent(moment, method);
                    if (other != null) {
                        findings.error(
                                method,
                                "@" + moment.annotation() + " is on " + other.name()
                                        + " too: a class has one method for each moment");
                    }
                    String parameter = listens ? listening(method) : own(method);
                    all.add(new CallbackModel(moment, type.name(), method.name(), parameter));
                });
            }
        }
        return all;
    }

    private String own(MemberView method) {
        if (!method.parameters().isEmpty() || !method.type().name().equals("void")) {
            findings.error(
                    method, "a callback of an entity takes nothing and gives nothing: void " + method.name() + "()");
        }
        return "";
    }

    private String listening(MemberView method) {
        List<TypeView> parameters = method.parameters();
        if (parameters.size() != 1 || !method.type().name().equals("void")) {
            findings.error(
                    method,
                    "a callback of a listener takes the object and gives nothing: void " + method.name() + "("
                            + entity.simpleName() + " object)");
            return Object.class.getName();
        }
        String parameter = parameters.get(0).name();
        if (!parameter.equals(Object.class.getName()) && !isOne(entity, parameter)) {
            findings.error(
                    method, "it takes a " + parameters.get(0).spelled() + ", which " + entity.simpleName() + " is not");
        }
        return parameter;
    }

    private static boolean isOne(ClassView type, String name) {
        return type.name().equals(name)
                || Supertypes.find(type, name).isPresent()
                || type.superclass().filter(each -> isOne(each, name)).isPresent();
    }
}
