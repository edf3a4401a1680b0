package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.IndexColumnModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Maps a collection of values: columns or embedded values, in the rows of a table of their own. */
final class ElementsRules {
    private final ClassView owner;
    private final Findings findings;

    ElementsRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    /** The model; none where the member is no collection of values. */
    Optional<ElementsModel> map(MemberView member, String ownerTable) {
        RelationRules.checkNames(member, findings);
        Optional<CollectionKind> kind =
                CollectionTypes.kind(member.type()).filter(each -> each != CollectionKind.WRITE_ONLY);
        if (kind.isEmpty()) {
            findings.error(
                    member,
                    "a collection of values is declared as List, Set, Collection or Map with its type arguments, such as List<String>, not as "
                            + member.type().spelled());
            return Optional.empty();
        }
        TypeView type = CollectionTypes.element(member.type());
        if (type.asClass().map(MemberKind::isEntity).orElse(false)) {
            findings.error(
                    member, type.spelled() + " is an entity and has rows of its own: use @OneToMany or @ManyToMany");
            return Optional.empty();
        }
        return element(member, type).map(element -> map(member, ownerTable, kind.get(), type, element));
    }

    private ElementsModel map(
            MemberView member, String ownerTable, CollectionKind kind, TypeView type, AttributeModel element) {
        Optional<AnnotationView> table = member.annotation(Jakarta.COLLECTION_TABLE);
        String name = table.map(each -> each.text("name")).orElse("");
        List<JoinColumnModel> ownerColumns = new JoinColumnRules(findings)
                .columns(
                        member,
                        owner.simpleName(),
                        KeyRules.of(owner),
                        table.map(each -> each.annotations("joinColumns")).orElse(List.of()));
        Optional<IndexColumnModel> index = new PlaceRules(findings).of(member, kind);
        checkColumns(member, ownerColumns, index, element);
        RelationRules.checkPassiveDelete(owner, member, Optional.empty(), findings);
        LoadStrategy load = new LoadRules(findings)
                .toMany(member, member.annotation(Jakarta.ELEMENT_COLLECTION).orElseThrow());
        return new ElementsModel(
                MemberModels.of(member, owner),
                kind,
                table.map(each -> each.text("schema")).orElse(""),
                name.isEmpty() ? ownerTable + "_" + Naming.snakeCase(member.name()) : name,
                ownerColumns,
                index,
                element,
                member.has(Azoth.ON_DELETE_CASCADE),
                load,
                new OrderRules(findings)
                        .ofValues(member, element instanceof EmbeddedModel ? type.asClass() : Optional.empty()));
    }

    private Optional<AttributeModel> element(MemberView member, TypeView type) {
        boolean embeddable =
                type.asClass().map(each -> each.has(Jakarta.EMBEDDABLE)).orElse(false);
        if (!embeddable) {
            return Optional.of(column(member, type));
        }
        for (String each : List.of(Jakarta.COLUMN, Jakarta.LOB, Jakarta.ENUMERATED, Jakarta.CONVERT)) {
            member.annotation(each)
                    .ifPresent(
                            said -> findings.error(
                                    member,
                                    "@" + said.simpleName() + " says nothing of " + type.spelled()
                                            + ", which has columns of its own: put it on its members, or use @AttributeOverride"));
        }
        return new EmbeddedRules(owner, findings).element(member, type).map(each -> each);
    }

    private ColumnModel column(MemberView member, TypeView type) {
        for (AnnotationView each : ColumnOverrides.annotations(member)) {
            findings.error(
                    member,
                    "@AttributeOverride(name = \"" + each.text("name") + "\"): " + type.spelled()
                            + " has no members; name the column with @Column");
        }
        ColumnSettings settings = ColumnSettings.of(member.annotation(Jakarta.COLUMN));
        return new ColumnModel(
                MemberModels.of(member, owner),
                Naming.orDefault(settings.name(), member.name()),
                new TypeRules(findings).type(member, type, settings),
                false,
                false,
                false,
                true,
                true,
                member.has(Azoth.SENSITIVE),
                new CommentRules(findings).checked(settings.comment(), member),
                new Generation.Assigned(),
                false,
                false,
                false,
                Optional.empty());
    }

    private void checkColumns(
            MemberView member,
            List<JoinColumnModel> ownerColumns,
            Optional<IndexColumnModel> index,
            AttributeModel element) {
        Set<String> names = new HashSet<>();
        Stream<String> others = Stream.concat(
                ownerColumns.stream().map(JoinColumnModel::column),
                index.stream().map(IndexColumnModel::column));
        Stream.concat(others, columns(element).map(ColumnModel::column)).forEach(each -> {
            if (!names.add(each)) {
                findings.error(
                        member,
                        "the table of its values has two columns " + each
                                + ": name them with @CollectionTable(joinColumns), @OrderColumn, @MapKeyColumn, @Column or @AttributeOverride");
            }
        });
        columns(element).forEach(each -> {
            if (!(each.generation() instanceof Generation.Assigned)) {
                findings.error(
                        member,
                        "its values are those of the program: take what generates "
                                + each.member().name() + " away");
            } else if (!each.insertable() || !each.updatable()) {
                findings.error(
                        member,
                        "its values are written whole: take insertable = false and updatable = false away from "
                                + each.member().name());
            }
        });
    }

    private static Stream<ColumnModel> columns(AttributeModel element) {
        if (element instanceof EmbeddedModel embedded) {
            return embedded.attributes().stream().flatMap(ElementsRules::columns);
        }
        return element instanceof ColumnModel column ? Stream.of(column) : Stream.empty();
    }
}
