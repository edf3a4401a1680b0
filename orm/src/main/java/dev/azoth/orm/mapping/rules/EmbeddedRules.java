package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps a member to several columns of its owner's table: those that its class names, unless {@code @AttributeOverride} says otherwise. Null is
 * stored as nulls, and read when all columns are null.
 */
final class EmbeddedRules {
    private final ClassView owner;
    private final Findings findings;
    private final Set<String> path;

    private EmbeddedRules(ClassView owner, Findings findings, Set<String> path) {
        this.owner = owner;
        this.findings = findings;
        this.path = path;
    }

    EmbeddedRules(ClassView owner, Findings findings) {
        this(owner, findings, Set.of());
    }

    /** The model; none where the member's class cannot be embedded. */
    Optional<EmbeddedModel> map(MemberView member, ColumnOverrides around, boolean inKey) {
        return map(member, member.type(), around.inside(member), inKey);
    }

    /** The model of the elements of a collection, none of which is null. */
    Optional<EmbeddedModel> element(MemberView member, TypeView type) {
        return map(member, type, ColumnOverrides.of(Map.of()).element(member), false);
    }

    private Optional<EmbeddedModel> map(MemberView member, TypeView valueType, ColumnOverrides inner, boolean inKey) {
        Optional<ClassView> type = valueType.asClass();
        if (type.isEmpty() || !MemberKind.mayHave(type.get(), Jakarta.EMBEDDABLE)) {
            findings.error(member, valueType.spelled() + " is not annotated with @Embeddable");
            return Optional.empty();
        }
        ClassView value = type.get();
        if (path.contains(value.name())) {
            findings.error(member, value.canonicalName() + " contains itself: an embedded value must come to an end");
            return Optional.empty();
        }
        checkOverrides(member, value);
        boolean key = inKey || member.has(Jakarta.EMBEDDED_ID);
        Set<String> longer = new LinkedHashSet<>(path);
        longer.add(value.name());
        EmbeddedRules inside = new EmbeddedRules(owner, findings, longer);
        List<AttributeModel> attributes = inside.members(value, inner, key);
        return Optional.of(new EmbeddedModel(
                MemberModels.of(member, owner), value.name(), value.kind() == ClassView.Kind.RECORD, key, attributes));
    }

    private List<AttributeModel> members(ClassView value, ColumnOverrides overrides, boolean inKey) {
        new ObjectRules(findings).checkValue(value);
        List<AttributeModel> attributes = new ArrayList<>();
        for (MemberView member : Members.of(value)) {
            MemberKind kind = MemberKind.of(member);
            new SupportedAnnotations(findings).check(member, kind);
            if (MemberKind.isId(member) || member.has(Jakarta.VERSION)) {
                findings.error(
                        member, "an embedded value has no key and no version of its own: they belong to the entity");
            }
            if (kind == MemberKind.COLUMN) {
                if (MemberKind.isLazy(member)) {
                    findings.error(member, "an embedded value is read whole: take Lazy away");
                }
                attributes.add(new ColumnRules(value, findings).map(member, overrides, inKey));
            } else if (kind == MemberKind.EMBEDDED) {
                map(member, overrides, inKey).ifPresent(attributes::add);
            } else {
                String what = switch (kind) {
                    case ELEMENTS -> "collection";
                    case EXPRESSION -> "expression";
                    default -> "relationship";
                };
                findings.error(member, "an embedded value has columns only: move the " + what + " to the entity");
            }
        }
        if (attributes.isEmpty()) {
            findings.error(value, "it has no members to map");
        }
        return attributes;
    }

    private void checkOverrides(MemberView member, ClassView value) {
        for (AnnotationView each : ColumnOverrides.annotations(member)) {
            new SupportedAnnotations(findings).checkNested(member, MemberKind.EMBEDDED, each);
            new SupportedAnnotations(findings).checkNested(member, MemberKind.COLUMN, each.annotation("column"));
            String name = each.text("name");
            if (!hasColumn(value, name)) {
                findings.error(
                        member,
                        "@AttributeOverride(name = \"" + name + "\"): " + value.canonicalName()
                                + " has no column of that name");
            }
        }
    }

    private static boolean hasColumn(ClassView value, String name) {
        int dot = name.indexOf('.');
        Optional<MemberView> member = Members.find(value, dot < 0 ? name : name.substring(0, dot));
        return member.isPresent()
                && (dot < 0
                        ? MemberKind.of(member.get()) == MemberKind.COLUMN
                        : member.get()
                                .type()
                                .asClass()
                                .map(inner -> hasColumn(inner, name.substring(dot + 1)))
                                .orElse(false));
    }
}
