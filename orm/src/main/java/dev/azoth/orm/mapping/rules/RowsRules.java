package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.RowsModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds where the rows of an entity are: in a table that it writes, or where they are only read. */
final class RowsRules {
    private static final String QUERY = "dev.azoth.sql.Query";
    private static final Map<String, RowsModel.Kind> KINDS = Map.of(
            Azoth.READ_ONLY,
            RowsModel.Kind.READ_ONLY,
            Azoth.VIEW,
            RowsModel.Kind.VIEW,
            Azoth.DERIVED_TABLE,
            RowsModel.Kind.DERIVED_TABLE);

    /** What would be written, or have others written, of a member. */
    private static final List<String> WRITTEN = List.of(
            Jakarta.GENERATED_VALUE,
            Jakarta.VERSION,
            Azoth.COMPUTED,
            Azoth.FETCHED_VALUE,
            Azoth.SERVER_DEFAULT,
            Azoth.SQL_EXPRESSION,
            Azoth.ULID,
            Azoth.UUID);

    private final ClassView entity;
    private final Findings findings;

    RowsRules(ClassView entity, Findings findings) {
        this.entity = entity;
        this.findings = findings;
    }

    /** Whether the rows of an entity are only read. */
    static boolean isReadOnly(ClassView entity) {
        return KINDS.keySet().stream().anyMatch(entity::has);
    }

    RowsModel map(boolean alone) {
        List<AnnotationView> said = new ArrayList<>(entity.annotations());
        said.removeIf(each -> !KINDS.containsKey(each.name()));
        if (said.isEmpty()) {
            return RowsModel.OF_TABLE;
        }
        List<String> names =
                said.stream().map(each -> "@" + each.simpleName()).sorted().toList();
        if (said.size() > 1) {
            findings.error(entity, "it cannot be " + String.join(" and ", names) + " at once: keep one of them");
        }
        if (!alone) {
            findings.error(
                    entity,
                    names.get(0)
                            + " is for an entity that extends none and that none extends: those are read from their tables");
        }
        Members.of(entity).forEach(each -> check(each, names.get(0)));
        RowsModel.Kind kind = Objects.requireNonNull(KINDS.get(said.get(0).name()));
        return new RowsModel(kind, kind == RowsModel.Kind.READ_ONLY ? "" : method(said.get(0), names.get(0)));
    }

    private void check(MemberView member, String name) {
        WRITTEN.stream()
                .flatMap(each -> member.annotation(each).stream())
                .forEach(each -> findings.error(
                        member,
                        "@" + each.simpleName() + " is about what is written, and nothing is with " + name
                                + ": take it away"));
        boolean pairs = member.annotation(Jakarta.MANY_TO_MANY)
                .filter(each -> each.text("mappedBy").isEmpty())
                .isPresent();
        boolean alone = member.annotation(Jakarta.ONE_TO_MANY)
                .filter(each -> each.text("mappedBy").isEmpty())
                .isPresent();
        if (pairs || alone) {
            findings.error(
                    member,
                    "its pairs would be written, and nothing is with " + name
                            + ": let the other end own them, and say mappedBy here");
        } else if (MemberKind.of(member) == MemberKind.ELEMENTS) {
            findings.error(
                    member,
                    "its values would be written, and nothing is with " + name
                            + ": map their table as an entity of its own");
        }
    }

    private String method(AnnotationView annotation, String said) {
        String name = annotation.text("value");
        List<MemberView> found = entity.staticMethods().stream()
                .filter(each -> each.name().equals(name) && each.parameters().isEmpty())
                .toList();
        if (found.isEmpty()) {
            findings.error(
                    entity,
                    said
                            + " reads it from a query, which a static method gives, and there is none: write static Select<Row> "
                            + name + "()");
        } else if (!isQuery(found.get(0))) {
            findings.error(
                    found.get(0),
                    "it gives " + found.get(0).type().spelled() + ", not the query that " + said
                            + " reads it from: write static Select<Row> " + name + "()");
        }
        return name;
    }

    private static boolean isQuery(MemberView method) {
        return method.type().name().equals(QUERY)
                || method.type()
                        .asClass()
                        .flatMap(each -> Supertypes.find(each, QUERY))
                        .isPresent();
    }
}
