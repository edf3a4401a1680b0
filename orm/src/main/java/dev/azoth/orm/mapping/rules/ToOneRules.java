package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;

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
        }
        List<JoinColumnModel> columns = mappedBy.isEmpty() ? columns(member, target) : List.of();
        return new ToOneModel(
                MemberModels.of(member, owner),
                relations.relation(member, annotation, type.name(), mappedBy, load),
                member.has(Jakarta.ID),
                oneToOne,
                isOptional(member, annotation),
                columns);
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
                && annotation.flag("optional")
                && JoinColumnRules.said(member).stream().allMatch(each -> each.flag("nullable"))
                && MemberModels.isNullable(member);
    }
}
