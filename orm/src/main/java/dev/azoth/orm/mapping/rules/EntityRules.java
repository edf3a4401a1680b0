package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.TableModel.IndexModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;

/** Maps one entity: the class, each member by the rules of its kind, and what concerns several of them. */
final class EntityRules {
    private final ClassView entity;
    private final Findings findings;
    private final List<AttributeModel> attributes = new ArrayList<>();
    private final List<IndexModel> unique = new ArrayList<>();

    EntityRules(ClassView entity, Findings findings) {
        this.entity = entity;
        this.findings = findings;
    }

    EntityModel map() {
        TableRules table = new TableRules(entity, findings);
        new ObjectRules(findings).checkEntity(entity);
        for (MemberView member : Members.of(entity)) {
            MemberKind kind = MemberKind.of(member);
            new SupportedAnnotations(findings).check(member, kind);
            map(member, kind, table.name());
        }
        checkKey();
        checkVersion();
        ColumnUses uses = new ColumnUses(attributes);
        uses.problems().forEach(each -> findings.error(entity, each));
        return new EntityModel(
                entity.name(), entity.kind() == ClassView.Kind.RECORD, table.map(uses.names(), unique), attributes);
    }

    private void map(MemberView member, MemberKind kind, String tableName) {
        switch (kind) {
            case COLUMN -> attributes.add(new ColumnRules(entity, findings).map(member, ColumnOverrides.NONE, false));
            case EMBEDDED ->
                new EmbeddedRules(entity, findings)
                        .map(member, ColumnOverrides.NONE, false)
                        .ifPresent(attributes::add);
            case TO_ONE -> {
                var toOne = new ToOneRules(entity, findings).map(member);
                attributes.add(toOne);
                for (AnnotationView each : JoinColumnRules.said(member)) {
                    new SupportedAnnotations(findings).checkNested(member, kind, each);
                    if (each.flag("unique")
                            && !toOne.oneToOne()
                            && toOne.columns().size() == 1) {
                        unique.add(new IndexModel(
                                "", List.of(toOne.columns().get(0).column()), true));
                    }
                }
            }
            case TO_MANY -> {
                member.annotation(Jakarta.JOIN_TABLE).ifPresent(each -> {
                    each.annotations("joinColumns").forEach(it -> checkJoinColumn(member, it));
                    each.annotations("inverseJoinColumns").forEach(it -> checkJoinColumn(member, it));
                });
                new ToManyRules(entity, findings).map(member, tableName).ifPresent(attributes::add);
            }
        }
    }

    private void checkJoinColumn(MemberView member, AnnotationView column) {
        new SupportedAnnotations(findings).checkNested(member, MemberKind.TO_ONE, column);
    }

    private void checkKey() {
        if (isMisplaced()) {
            return;
        }
        List<MemberView> key =
                Members.of(entity).stream().filter(MemberKind::isId).toList();
        if (key.isEmpty()) {
            findings.error(entity, "it has no key: annotate the member that identifies a row with @Id");
        } else if (key.size() > 1 && key.stream().anyMatch(each -> each.has(Jakarta.EMBEDDED_ID))) {
            findings.error(entity, "@EmbeddedId is the whole key: there can be no other @Id beside it");
        }
        boolean numbered = attributes.stream()
                .anyMatch(each -> each instanceof ColumnModel column && column.generation() == Generation.IDENTITY);
        if (numbered && key.size() > 1) {
            findings.error(
                    entity, "the database numbers rows by a key of one column: assign the parts of a key of several");
        }
    }

    /** Whether something was found already that makes a missing key no news. */
    private boolean isMisplaced() {
        boolean isObject = entity.kind() == ClassView.Kind.CLASS || entity.kind() == ClassView.Kind.RECORD;
        return !isObject
                || Members.hierarchy(entity).stream()
                                .filter(MemberKind::isEntity)
                                .count()
                        > 1;
    }

    private void checkVersion() {
        List<String> versions = attributes.stream()
                .filter(each -> each instanceof ColumnModel column && column.version())
                .map(each -> each.member().name())
                .toList();
        if (versions.size() > 1) {
            findings.error(entity, "it has several versions, " + String.join(" and ", versions) + ": keep one");
        }
    }
}
