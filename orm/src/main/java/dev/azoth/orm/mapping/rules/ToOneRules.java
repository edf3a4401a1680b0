package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.IndexColumnModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Maps a relationship to one object. */
final class ToOneRules {
    private final ClassView owner;
    private final Findings findings;
    private final RelationRules relations;

    ToOneRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
        this.relations = new RelationRules(owner, findings);
    }

    ToOneModel map(MemberView member) {
        boolean oneToOne = member.has(Jakarta.ONE_TO_ONE);
        AnnotationView annotation = member.annotation(oneToOne ? Jakarta.ONE_TO_ONE : Jakarta.MANY_TO_ONE)
                .orElseThrow();
        String mappedBy = oneToOne ? annotation.text("mappedBy") : "";
        TypeView type = MemberModels.value(member);
        Optional<ClassView> target = relations.target(member, type);
        LoadStrategy load = new LoadRules(findings).toOne(member, annotation);
        if (!mappedBy.isEmpty()) {
            checkInverse(member, target, mappedBy);
            RelationRules.checkPassiveDelete(owner, member, target, findings);
        }
        boolean foreign = mappedBy.isEmpty() && !ViewOnlyRules.isByCondition(member);
        List<JoinColumnModel> columns = foreign ? columns(member, target) : List.of();
        List<String> key = member.has(Jakarta.MAPS_ID) ? derived(member, mappedBy, columns) : List.of();
        return new ToOneModel(
                MemberModels.of(member, owner),
                relations.relation(member, annotation, type.name(), mappedBy, load),
                member.has(Jakarta.ID),
                oneToOne,
                isOptional(member, annotation),
                key.isEmpty() && !ViewOnlyRules.isViewOnly(member)
                        ? columns
                        : columns.stream().map(JoinColumnModel::readOnly).toList(),
                key,
                foreign && target.map(each -> isDeleted(member, each)).orElse(false),
                foreign ? target.flatMap(each -> index(member, each)) : Optional.empty());
    }

    /** The members of the key that have the foreign key's values; they write its columns. */
    private List<String> derived(MemberView member, String mappedBy, List<JoinColumnModel> columns) {
        List<String> members = DerivedKeys.members(owner, member);
        String said = member.annotation(Jakarta.MAPS_ID).orElseThrow().text("value");
        if (!mappedBy.isEmpty()) {
            findings.error(member, "a relationship that gives the key owns its foreign key: remove mappedBy");
        } else if (member.has(Jakarta.ID)) {
            findings.error(
                    member,
                    "@Id makes it part of the key, @MapsId has it give other members their values: keep one of them");
        } else if (members.isEmpty()) {
            findings.error(
                    member,
                    said.isEmpty()
                            ? "@MapsId without a value is for a key of one member: name the member that it gives"
                            : "@MapsId(\"" + said + "\"): the key has no such member");
        } else if (members.size() != columns.size() && !columns.isEmpty()) {
            findings.error(
                    member,
                    "@MapsId: the key that it leads to has " + columns.size() + " columns, but "
                            + String.join(", ", members) + " has " + members.size());
            return List.of();
        }
        return members;
    }

    /** Whether the other end leaves it to the database to delete what leads to it. */
    private boolean isDeleted(MemberView member, ClassView target) {
        return Members.of(target).stream()
                .filter(each -> each.has(Azoth.ON_DELETE_CASCADE))
                .anyMatch(each -> leadsBack(each, member));
    }

    private boolean leadsBack(MemberView end, MemberView member) {
        boolean mapped = Stream.of(Jakarta.ONE_TO_MANY, Jakarta.ONE_TO_ONE)
                .flatMap(each -> end.annotation(each).stream())
                .anyMatch(each -> each.text("mappedBy").equals(member.name()));
        String here = HierarchyRules.first(owner, member).name();
        return mapped
                && (MemberKind.of(end) == MemberKind.TO_ONE
                        ? MemberModels.value(end).name().equals(here)
                        : CollectionTypes.kind(end.type()).isPresent()
                                && CollectionTypes.element(end.type()).name().equals(here));
    }

    /** What a collection at the other end says of its positions or keys is a column here. */
    private Optional<IndexColumnModel> index(MemberView member, ClassView target) {
        Findings elsewhere = new Findings(); // what is wrong there is said there
        return Members.of(target).stream()
                .filter(each -> MemberKind.of(each) == MemberKind.TO_MANY && leadsBack(each, member))
                .flatMap(each -> new PlaceRules(elsewhere)
                        .of(each, CollectionTypes.kind(each.type()).orElseThrow()).stream())
                .findFirst();
    }

    private List<JoinColumnModel> columns(MemberView member, Optional<ClassView> target) {
        return target.map(each ->
                        new JoinColumnRules(findings).columns(member, member.name(), relations.key(member, each)))
                .orElse(List.of());
    }

    private void checkInverse(MemberView member, Optional<ClassView> target, String mappedBy) {
        target.ifPresent(each -> relations.checkMappedBy(member, each, mappedBy, Jakarta.ONE_TO_ONE));
        if (member.has(Jakarta.ID)) {
            findings.error(member, "a relationship of the key owns its foreign key: remove mappedBy");
        }
        if (!JoinColumnRules.said(member).isEmpty()) {
            findings.error(member, "mappedBy says that the other end has the foreign key: remove @JoinColumn");
        }
    }

    private static boolean isOptional(MemberView member, AnnotationView annotation) {
        return !member.has(Jakarta.ID)
                && !member.has(Jakarta.MAPS_ID)
                && annotation.flag("optional")
                && JoinColumnRules.said(member).stream().allMatch(each -> each.flag("nullable"))
                && MemberModels.isNullable(member);
    }
}
