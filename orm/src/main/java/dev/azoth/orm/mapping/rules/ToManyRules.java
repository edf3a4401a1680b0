package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.IndexColumnModel;
import dev.azoth.orm.mapping.model.JoinTableModel;
import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;

/** Maps a relationship to many objects. */
final class ToManyRules {
    private final ClassView owner;
    private final Findings findings;
    private final RelationRules relations;

    ToManyRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
        this.relations = new RelationRules(owner, findings);
    }

    /** The model; none where the member is no collection of entities. */
    Optional<ToManyModel> map(MemberView member, String ownerTable) {
        boolean manyToMany = member.has(Jakarta.MANY_TO_MANY);
        AnnotationView annotation = member.annotation(manyToMany ? Jakarta.MANY_TO_MANY : Jakarta.ONE_TO_MANY)
                .orElseThrow();
        TypeView type = member.type();
        CollectionKind kind = CollectionTypes.kind(type).orElse(null);
        if (kind == null) {
            findings.error(
                    member,
                    "a relationship to many is declared as List, Set, Collection or Map with its type arguments, such as List<Address>, not as "
                            + type.spelled());
            return Optional.empty();
        }
        Optional<ClassView> target = relations.target(member, CollectionTypes.element(type));
        RelationRules.checkPassiveDelete(owner, member, target, findings);
        String mappedBy = annotation.text("mappedBy");
        LoadStrategy load = new LoadRules(findings).toMany(member, annotation);
        if (kind == CollectionKind.WRITE_ONLY) {
            new WriteOnlyRules(owner, findings).check(member, annotation, manyToMany);
        }
        return target.map(each -> new ToManyModel(
                MemberModels.of(member, owner),
                relations.relation(member, annotation, each.name(), mappedBy, load),
                manyToMany,
                kind,
                joinTable(member, each, mappedBy, manyToMany, ownerTable),
                index(member, kind, manyToMany && !mappedBy.isEmpty()),
                new PlaceRules(findings).attribute(member, kind, each),
                new OrderRules(findings).order(member, each)));
    }

    private Optional<IndexColumnModel> index(MemberView member, CollectionKind kind, boolean mirror) {
        Optional<IndexColumnModel> index = new PlaceRules(findings).of(member, kind);
        if (index.isPresent() && ViewOnlyRules.isViewOnly(member)) {
            if (kind == CollectionKind.MAP && !member.has(Jakarta.MAP_KEY_COLUMN)) {
                findings.error(
                        member,
                        "a view-only Map has its keys from the objects in it: name their attribute with @MapKey");
            }
            return Optional.empty();
        }
        if (index.isPresent() && mirror) {
            findings.error(
                    member,
                    "its pairs are the other end's, and so are their positions and keys: declare it as a List or a Set, without @OrderColumn, or give a"
                            + " Map a @MapKey");
        }
        return index;
    }

    private Optional<JoinTableModel> joinTable(
            MemberView member, ClassView target, String mappedBy, boolean manyToMany, String ownerTable) {
        Optional<AnnotationView> said = member.annotation(Jakarta.JOIN_TABLE);
        boolean nowhere = manyToMany && mappedBy.isEmpty() && ViewOnlyRules.isViewOnly(member);
        if (nowhere || ViewOnlyRules.isByCondition(member)) {
            return Optional.empty();
        }
        if (!mappedBy.isEmpty()) {
            relations.checkMappedBy(member, target, mappedBy, manyToMany ? Jakarta.MANY_TO_MANY : Jakarta.MANY_TO_ONE);
            said.ifPresent(each -> findings.error(
                    member, "mappedBy says that the other end owns the relationship: remove @JoinTable"));
            return Optional.empty();
        }
        if (!manyToMany && said.isEmpty()) {
            findings.error(
                    member,
                    "@OneToMany does not say where the rows are connected: give " + target.canonicalName()
                            + " a @ManyToOne and name it in mappedBy, or add @JoinTable for a table of pairs");
            return Optional.empty();
        }
        JoinColumnRules columns = new JoinColumnRules(findings);
        List<AnnotationView> here =
                said.map(each -> each.annotations("joinColumns")).orElse(List.of());
        List<AnnotationView> there =
                said.map(each -> each.annotations("inverseJoinColumns")).orElse(List.of());
        String name = said.map(each -> each.text("name")).orElse("");
        JoinTableModel model = new JoinTableModel(
                said.map(each -> each.text("schema")).orElse(""),
                name.isEmpty() ? ownerTable + "_" + Naming.snakeCase(member.name()) : name,
                new CommentRules(findings).of(said, member),
                columns.columns(member, owner.simpleName(), KeyRules.of(owner), here),
                columns.columns(
                        member,
                        target.name().equals(owner.name()) ? member.name() : target.simpleName(),
                        relations.key(member, target),
                        there),
                !manyToMany);
        checkColumns(member, model);
        return Optional.of(model);
    }

    private void checkColumns(MemberView member, JoinTableModel model) {
        for (var each : model.ownerColumns()) {
            if (model.targetColumns().stream().anyMatch(other -> other.column().equals(each.column()))) {
                findings.error(
                        member,
                        "both ends of the table of pairs have a column " + each.column()
                                + ": name them with @JoinTable(joinColumns, inverseJoinColumns)");
            }
        }
    }
}
