package dev.azoth.orm.mapping.rules;

import static java.util.Map.entry;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds annotations, and values of annotations, that would say something which is not done. None is ever passed over in silence. */
final class SupportedAnnotations {
    private static final Map<String, Set<String>> ON_CLASSES = Map.of(
            Jakarta.ENTITY, Set.of("name"),
            Jakarta.TABLE, Set.of("name", "schema", "uniqueConstraints", "indexes"),
            Jakarta.MAPPED_SUPERCLASS, Set.of(),
            Jakarta.EMBEDDABLE, Set.of(),
            Jakarta.INHERITANCE, Set.of("strategy"),
            Jakarta.DISCRIMINATOR_COLUMN, Set.of("name", "length"),
            Jakarta.DISCRIMINATOR_VALUE, Set.of("value"),
            Azoth.SUBCLASSES, Set.of("value"),
            Jakarta.ACCESS, Set.of());

    private static final Map<MemberKind, Map<String, Set<String>>> ON_MEMBERS = Map.of(
            MemberKind.COLUMN,
            Map.ofEntries(
                    entry(Jakarta.ID, Set.of()),
                    entry(Jakarta.GENERATED_VALUE, Set.of("strategy")),
                    entry(
                            Jakarta.COLUMN,
                            Set.of(
                                    "name",
                                    "nullable",
                                    "unique",
                                    "insertable",
                                    "updatable",
                                    "length",
                                    "precision",
                                    "scale")),
                    entry(Jakarta.BASIC, Set.of("fetch", "optional")),
                    entry(Jakarta.LOB, Set.of()),
                    entry(Jakarta.ENUMERATED, Set.of("value")),
                    entry(Jakarta.VERSION, Set.of()),
                    entry(Jakarta.CONVERT, Set.of("converter")),
                    entry(Jakarta.ACCESS, Set.of()),
                    entry(Azoth.ARRAY, Set.of()),
                    entry(Azoth.SOFT_DELETE, Set.of()),
                    entry(Azoth.SENSITIVE, Set.of())),
            MemberKind.TO_ONE,
            Map.of(
                    Jakarta.ID, Set.of(),
                    Jakarta.MANY_TO_ONE, Set.of("cascade", "fetch", "optional"),
                    Jakarta.ONE_TO_ONE, Set.of("cascade", "fetch", "optional", "mappedBy", "orphanRemoval"),
                    Jakarta.JOIN_COLUMN,
                            Set.of("name", "referencedColumnName", "nullable", "unique", "insertable", "updatable"),
                    Jakarta.JOIN_COLUMNS, Set.of("value"),
                    Jakarta.ACCESS, Set.of(),
                    Azoth.LOAD, Set.of("value")),
            MemberKind.TO_MANY,
            Map.of(
                    Jakarta.ONE_TO_MANY, Set.of("cascade", "fetch", "mappedBy", "orphanRemoval"),
                    Jakarta.MANY_TO_MANY, Set.of("cascade", "fetch", "mappedBy"),
                    Jakarta.JOIN_TABLE, Set.of("name", "schema", "joinColumns", "inverseJoinColumns"),
                    Jakarta.ORDER_BY, Set.of("value"),
                    Jakarta.ACCESS, Set.of(),
                    Azoth.LOAD, Set.of("value")),
            MemberKind.EMBEDDED,
            Map.of(
                    Jakarta.EMBEDDED, Set.of(),
                    Jakarta.EMBEDDED_ID, Set.of(),
                    Jakarta.ATTRIBUTE_OVERRIDE, Set.of("name", "column"),
                    Jakarta.ATTRIBUTE_OVERRIDES, Set.of("value"),
                    Jakarta.ACCESS, Set.of()));

    private final Findings findings;

    SupportedAnnotations(Findings findings) {
        this.findings = findings;
    }

    void check(ClassView type) {
        for (AnnotationView each : type.annotations()) {
            if (isOurs(each)) {
                describe(each, ON_CLASSES.get(each.name()), "a class").forEach(text -> findings.error(type, text));
            }
        }
        if (type.kind() != ClassView.Kind.RECORD) {
            for (MemberView method : type.methods()) {
                method.annotations().stream()
                        .filter(SupportedAnnotations::isOurs)
                        .forEach(each -> findings.error(method, onMethod(each)));
            }
        }
    }

    void check(MemberView member, MemberKind kind) {
        for (AnnotationView each : member.annotations()) {
            if (isOurs(each)) {
                Set<String> values = ON_MEMBERS.getOrDefault(kind, Map.of()).get(each.name());
                describe(each, values, kind.description).forEach(text -> findings.error(member, text));
            }
        }
    }

    /** The annotations inside others are looked at too, where those are taken in. */
    void checkNested(MemberView member, MemberKind kind, AnnotationView nested) {
        Set<String> values = ON_MEMBERS.getOrDefault(kind, Map.of()).get(nested.name());
        describe(nested, values, kind.description).forEach(text -> findings.error(member, text));
    }

    private static boolean isOurs(AnnotationView annotation) {
        return annotation.name().startsWith(Jakarta.PREFIX) || annotation.name().startsWith(Azoth.PREFIX);
    }

    private static List<String> describe(AnnotationView annotation, @Nullable Set<String> values, String place) {
        String name = "@" + annotation.simpleName();
        if (values == null) {
            return List.of(
                    isSupported(annotation)
                            ? name + " says nothing on " + place + ": "
                                    + Hints.misplaced(annotation.simpleName() + " on " + place)
                            : name + " is not supported: " + Hints.unsupported(annotation.simpleName()));
        }
        if (annotation.name().equals(Jakarta.ACCESS)) {
            return annotation.constant("value").equals("FIELD")
                    ? List.of()
                    : List.of("@Access(PROPERTY) is not supported: fields are mapped, so annotate the fields");
        }
        Set<String> unknown = new TreeSet<>(annotation.changed());
        unknown.removeAll(values);
        return unknown.stream()
                .map(each -> name + "(" + each + ") is not supported: "
                        + Hints.unsupported(annotation.simpleName() + "." + each))
                .toList();
    }

    private static boolean isSupported(AnnotationView annotation) {
        return ON_CLASSES.containsKey(annotation.name())
                || ON_MEMBERS.values().stream().anyMatch(each -> each.containsKey(annotation.name()));
    }

    private static String onMethod(AnnotationView annotation) {
        return isSupported(annotation)
                ? "@" + annotation.simpleName()
                        + " on a method is not supported: fields are mapped, so put it on the field"
                : "@" + annotation.simpleName() + " is not supported: " + Hints.unsupported(annotation.simpleName());
    }
}
