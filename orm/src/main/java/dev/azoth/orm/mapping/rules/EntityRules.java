package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.model.TableModel.IndexModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Maps one entity: the class, each member by the rules of its kind, and what concerns several of them. */
final class EntityRules {
    private final ClassView entity;
    private final Findings findings;
    private final List<AttributeModel> attributes = new ArrayList<>();
    private final List<IndexModel> unique = new ArrayList<>();
    private final ColumnOverrides overrides;

    EntityRules(ClassView entity, Findings findings) {
        this.entity = entity;
        this.findings = findings;
        this.overrides = ColumnOverrides.of(KeyRules.derived(entity));
    }

    EntityModel map() {
        Optional<HierarchyModel> hierarchy = new HierarchyRules(entity, findings).map();
        TableRules table = new TableRules(inTableOf(hierarchy), findings);
        new ObjectRules(findings).checkEntity(entity);
        new LifecycleRules(entity, findings).map();
        for (MemberView member : Members.of(entity)) {
            MemberKind kind = MemberKind.of(member);
            new SupportedAnnotations(findings).check(member, kind);
            map(member, kind, table.name());
        }
        checkKey();
        hierarchy.ifPresent(this::checkNumbers);
        checkVersion();
        KeyUpdateRules.check(entity, attributes, findings);
        checkMark(hierarchy, ColumnModel::softDelete, "say that a row is deleted", "says that a row is deleted");
        checkMark(hierarchy, ColumnModel::tenant, "say whose a row is", "says whose a row is");
        checkRecord();
        checkDerived();
        hierarchy.ifPresent(this::checkDiscriminator);
        ColumnUses uses = new ColumnUses(attributes);
        uses.problems().forEach(each -> findings.error(entity, each));
        return new EntityModel(
                entity.name(),
                entity.kind() == ClassView.Kind.RECORD,
                table.map(uses.names(), unique, new IndexRules(entity, attributes, findings)),
                new RowsRules(entity, findings).map(hierarchy.isEmpty()),
                attributes,
                hierarchy,
                new KeyClassRules(entity, findings).map().map(ClassView::name));
    }

    /** The attributes alone. */
    List<AttributeModel> attributes() {
        String table = new TableRules(entity, findings).name();
        Members.of(entity).forEach(each -> map(each, MemberKind.of(each), table));
        return attributes;
    }

    private ClassView inTableOf(Optional<HierarchyModel> hierarchy) {
        boolean shared = hierarchy
                .filter(each -> each.strategy() == HierarchyModel.Strategy.SINGLE_TABLE)
                .isPresent();
        return shared ? HierarchyRules.chain(entity).get(0) : entity;
    }

    private void map(MemberView member, MemberKind kind, String tableName) {
        switch (kind) {
            case COLUMN -> attributes.add(new ColumnRules(entity, findings).map(member, overrides, false));
            case EXPRESSION -> attributes.add(new ExpressionRules(entity, findings).map(member));
            case EMBEDDED ->
                new EmbeddedRules(entity, findings)
                        .map(member, overrides, false)
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
            case ELEMENTS -> {
                member.annotation(Jakarta.COLLECTION_TABLE)
                        .ifPresent(each -> each.annotations("joinColumns").forEach(it -> checkJoinColumn(member, it)));
                new ElementsRules(entity, findings).map(member, tableName).ifPresent(attributes::add);
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
        if (isNumbered() && key.size() > 1) {
            findings.error(
                    entity, "the database numbers rows by a key of one column: assign the parts of a key of several");
        }
    }

    private void checkNumbers(HierarchyModel hierarchy) {
        if (isNumbered()
                && hierarchy.position() == 0
                && hierarchy.strategy() == HierarchyModel.Strategy.TABLE_PER_CLASS) {
            findings.error(
                    entity,
                    "the database numbers the rows of each table by itself, so that objects of two classes would have one key: take numbers of a"
                            + " sequence, make the key a UUID, or assign it");
        }
    }

    private boolean isNumbered() {
        return attributes.stream()
                .anyMatch(each ->
                        each instanceof ColumnModel column && column.generation() instanceof Generation.Identity);
    }

    /** Whether something was found already that makes a missing key no news. */
    private boolean isMisplaced() {
        boolean isObject = entity.kind() == ClassView.Kind.CLASS || entity.kind() == ClassView.Kind.RECORD;
        return !isObject;
    }

    /** What the entity has from the one that it extends was said there. */
    private void checkDiscriminator(HierarchyModel hierarchy) {
        List<ClassView> chain = HierarchyRules.chain(entity);
        List<String> above = chain.size() == 1
                ? List.of()
                : Members.hierarchy(chain.get(chain.size() - 2)).stream()
                        .map(ClassView::name)
                        .toList();
        for (AttributeModel each : attributes) {
            if (each instanceof ColumnModel column
                    && !above.contains(each.member().declaringClass())
                    && column.column().equals(hierarchy.discriminator())
                    && (column.insertable() || column.updatable())) {
                findings.error(
                        entity,
                        each.member().name() + " is the column " + column.column()
                                + ", which says of which class a row is: make it insertable = false, updatable = false, or name another with"
                                + " @DiscriminatorColumn");
            }
        }
    }

    /** A column that says something of a row, perhaps in an embedded value. */
    private record Mark(String path, MemberModel member) {}

    private List<Mark> marks(Predicate<ColumnModel> which) {
        List<Mark> found = new ArrayList<>();
        attributes.forEach(each -> addMarks(each, each.member().name(), each.member(), which, found));
        return found;
    }

    private static void addMarks(
            AttributeModel attribute, String path, MemberModel member, Predicate<ColumnModel> which, List<Mark> to) {
        if (attribute instanceof ColumnModel column && which.test(column)) {
            to.add(new Mark(path, member));
        } else if (attribute instanceof EmbeddedModel embedded) {
            embedded.attributes()
                    .forEach(each -> addMarks(each, path + "." + each.member().name(), member, which, to));
        }
    }

    private void checkRecord() {
        List<Mark> marks = marks(ColumnModel::softDelete);
        if (marks.size() == 1 && entity.kind() == ClassView.Kind.RECORD) {
            findings.error(
                    entity,
                    marks.get(0).path()
                            + " would mark a row as deleted, but a record never changes: take @SoftDelete away");
        }
    }

    /** What one member of the first entity says of a row. */
    private void checkMark(Optional<HierarchyModel> hierarchy, Predicate<ColumnModel> which, String say, String says) {
        List<Mark> marks = marks(which);
        List<String> names = marks.stream().map(Mark::path).toList();
        if (names.size() > 1) {
            findings.error(entity, "several members " + say + ", " + String.join(" and ", names) + ": keep one");
        }
        if (hierarchy.isPresent() && HierarchyRules.chain(entity).size() > 1) {
            String first = HierarchyRules.chain(entity).get(0).name();
            List<String> above = Members.hierarchy(HierarchyRules.chain(entity).get(0)).stream()
                    .map(ClassView::name)
                    .toList();
            marks.stream()
                    .filter(each -> !above.contains(each.member().declaringClass()))
                    .forEach(each -> findings.error(
                            entity,
                            each.path() + " " + says + ": that is for " + first
                                    + ", the first of the entities that extend each other"));
        }
    }

    private void checkDerived() {
        Map<String, ColumnModel> columns = new LinkedHashMap<>();
        ColumnUses.columns(attributes, "", columns);
        for (AttributeModel each : attributes) {
            if (each instanceof ToOneModel toOne) {
                for (String derived : toOne.derived()) {
                    ColumnModel column = columns.get(derived);
                    if (column != null && !(column.generation() instanceof Generation.Assigned)) {
                        findings.error(
                                entity,
                                derived + " has the key of " + toOne.member().name()
                                        + ", by @MapsId, and cannot be generated too: keep one of them");
                    }
                }
            }
        }
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
