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
    private static final Set<String> OF_SEQUENCES =
            Set.of("name", "sequenceName", "schema", "initialValue", "allocationSize");

    private static final Set<String> OF_INDEXES =
            Set.of("name", "unique", "where", "columns", "descending", "include", "method", "operatorClass");

    private static final Map<String, Set<String>> ON_CLASSES = Map.ofEntries(
            entry(Jakarta.ENTITY, Set.of("name")),
            entry(Jakarta.TABLE, Set.of("name", "schema", "uniqueConstraints", "indexes", "check", "comment")),
            entry(Jakarta.MAPPED_SUPERCLASS, Set.of()),
            entry(Jakarta.EMBEDDABLE, Set.of()),
            entry(Jakarta.INHERITANCE, Set.of("strategy")),
            entry(Jakarta.DISCRIMINATOR_COLUMN, Set.of("name", "length", "discriminatorType")),
            entry(Jakarta.DISCRIMINATOR_VALUE, Set.of("value")),
            entry(Jakarta.SEQUENCE_GENERATOR, OF_SEQUENCES),
            entry(Jakarta.SEQUENCE_GENERATORS, Set.of("value")),
            entry(Jakarta.ID_CLASS, Set.of("value")),
            entry(Azoth.SUBCLASSES, Set.of("value")),
            entry(Azoth.INDEXED, Set.of()),
            entry(Azoth.NAMING, Set.of("value")),
            entry(Azoth.ON_UPDATE_CASCADE, Set.of()),
            entry(Jakarta.ENTITY_LISTENERS, Set.of("value")),
            entry(Jakarta.EXCLUDE_SUPERCLASS_LISTENERS, Set.of()),
            entry(Azoth.READ_ONLY, Set.of()),
            entry(Azoth.VIEW, Set.of("value")),
            entry(Azoth.DERIVED_TABLE, Set.of("value")),
            entry(Jakarta.ACCESS, Set.of()));

    private static final Map<MemberKind, Map<String, Set<String>>> ON_MEMBERS = Map.of(
            MemberKind.COLUMN,
            Map.ofEntries(
                    entry(Jakarta.ID, Set.of()),
                    entry(Jakarta.GENERATED_VALUE, Set.of("strategy", "generator")),
                    entry(Jakarta.SEQUENCE_GENERATOR, OF_SEQUENCES),
                    entry(Jakarta.SEQUENCE_GENERATORS, Set.of("value")),
                    entry(Azoth.GENERATED_BY, Set.of("value", "changes")),
                    entry(Azoth.CREATED_AT, Set.of()),
                    entry(Azoth.CREATED_BY, Set.of()),
                    entry(Azoth.UPDATED_AT, Set.of()),
                    entry(Azoth.UPDATED_BY, Set.of()),
                    entry(Azoth.INDEXED, OF_INDEXES),
                    entry(Azoth.COMPUTED, Set.of("value")),
                    entry(Azoth.FETCHED_VALUE, Set.of("changes", "system")),
                    entry(Azoth.SERVER_DEFAULT, Set.of("value")),
                    entry(Azoth.SQL_EXPRESSION, Set.of("value", "changes")),
                    entry(Azoth.ULID, Set.of()),
                    entry(Azoth.UUID, Set.of("version")),
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
                                    "scale",
                                    "comment")),
                    entry(Jakarta.BASIC, Set.of("fetch", "optional")),
                    entry(Jakarta.LOB, Set.of()),
                    entry(Jakarta.ENUMERATED, Set.of("value")),
                    entry(Jakarta.VERSION, Set.of()),
                    entry(Jakarta.CONVERT, Set.of("converter")),
                    entry(Jakarta.ACCESS, Set.of()),
                    entry(Azoth.ARRAY, Set.of()),
                    entry(Azoth.SOFT_DELETE, Set.of()),
                    entry(Azoth.TENANT_ID, Set.of()),
                    entry(Azoth.SENSITIVE, Set.of())),
            MemberKind.TO_ONE,
            Map.ofEntries(
                    entry(Jakarta.ID, Set.of()),
                    entry(Jakarta.MANY_TO_ONE, Set.of("cascade", "fetch", "optional")),
                    entry(Jakarta.ONE_TO_ONE, Set.of("cascade", "fetch", "optional", "mappedBy", "orphanRemoval")),
                    entry(
                            Jakarta.JOIN_COLUMN,
                            Set.of(
                                    "name",
                                    "referencedColumnName",
                                    "nullable",
                                    "unique",
                                    "insertable",
                                    "updatable",
                                    "comment")),
                    entry(Jakarta.JOIN_COLUMNS, Set.of("value")),
                    entry(Jakarta.MAPS_ID, Set.of("value")),
                    entry(Jakarta.ACCESS, Set.of()),
                    entry(Azoth.ON_DELETE_CASCADE, Set.of()),
                    entry(Azoth.VIEW_ONLY, Set.of()),
                    entry(Azoth.JOIN_CONDITION, Set.of("value")),
                    entry(Azoth.LOAD, Set.of("value")),
                    entry(Azoth.INDEXED, OF_INDEXES)),
            MemberKind.TO_MANY,
            Map.ofEntries(
                    entry(Jakarta.ONE_TO_MANY, Set.of("cascade", "fetch", "mappedBy", "orphanRemoval")),
                    entry(Jakarta.MANY_TO_MANY, Set.of("cascade", "fetch", "mappedBy")),
                    entry(Jakarta.JOIN_TABLE, Set.of("name", "schema", "joinColumns", "inverseJoinColumns", "comment")),
                    entry(Jakarta.ORDER_BY, Set.of("value")),
                    entry(Jakarta.ORDER_COLUMN, Set.of("name")),
                    entry(Jakarta.MAP_KEY, Set.of("name")),
                    entry(Jakarta.MAP_KEY_COLUMN, Set.of("name", "length", "precision", "scale")),
                    entry(Jakarta.MAP_KEY_ENUMERATED, Set.of("value")),
                    entry(Jakarta.ACCESS, Set.of()),
                    entry(Azoth.ON_DELETE_CASCADE, Set.of()),
                    entry(Azoth.VIEW_ONLY, Set.of()),
                    entry(Azoth.JOIN_CONDITION, Set.of("value")),
                    entry(Azoth.LOAD, Set.of("value"))),
            MemberKind.ELEMENTS,
            Map.ofEntries(
                    entry(Jakarta.ELEMENT_COLLECTION, Set.of("fetch")),
                    entry(Jakarta.COLLECTION_TABLE, Set.of("name", "schema", "joinColumns")),
                    entry(Jakarta.COLUMN, Set.of("name", "nullable", "length", "precision", "scale", "comment")),
                    entry(Jakarta.LOB, Set.of()),
                    entry(Jakarta.ENUMERATED, Set.of("value")),
                    entry(Jakarta.CONVERT, Set.of("converter")),
                    entry(Jakarta.ATTRIBUTE_OVERRIDE, Set.of("name", "column")),
                    entry(Jakarta.ATTRIBUTE_OVERRIDES, Set.of("value")),
                    entry(Jakarta.ORDER_BY, Set.of("value")),
                    entry(Jakarta.ORDER_COLUMN, Set.of("name")),
                    entry(Jakarta.MAP_KEY_COLUMN, Set.of("name", "length", "precision", "scale")),
                    entry(Jakarta.MAP_KEY_ENUMERATED, Set.of("value")),
                    entry(Jakarta.ACCESS, Set.of()),
                    entry(Azoth.SENSITIVE, Set.of()),
                    entry(Azoth.ON_DELETE_CASCADE, Set.of()),
                    entry(Azoth.LOAD, Set.of("value"))),
            MemberKind.EXPRESSION,
            Map.of(
                    Azoth.COLUMN_PROPERTY, Set.of("value"),
                    Azoth.QUERY_EXPRESSION, Set.of(),
                    Jakarta.LOB, Set.of(),
                    Jakarta.ENUMERATED, Set.of("value"),
                    Jakarta.CONVERT, Set.of("converter"),
                    Jakarta.ACCESS, Set.of(),
                    Azoth.ARRAY, Set.of(),
                    Azoth.SENSITIVE, Set.of()),
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
                        .filter(each -> !LifecycleRules.isCallback(each.name()))
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

    /** Whether it says something of a mapping, perhaps as an annotation of the program's own that makes types or values. */
    static boolean isMapping(AnnotationView annotation) {
        return isOurs(annotation)
                || annotation.type().has(Azoth.MAPPED_TYPE)
                || annotation.type().has(Azoth.GENERATED_BY);
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
        return isSupported(annotation.name());
    }

    static boolean isSupported(String annotation) {
        return ON_CLASSES.containsKey(annotation)
                || LifecycleRules.isCallback(annotation)
                || ON_MEMBERS.values().stream().anyMatch(each -> each.containsKey(annotation));
    }

    private static String onMethod(AnnotationView annotation) {
        return isSupported(annotation)
                ? "@" + annotation.simpleName()
                        + " on a method is not supported: fields are mapped, so put it on the field"
                : "@" + annotation.simpleName() + " is not supported: " + Hints.unsupported(annotation.simpleName());
    }
}
