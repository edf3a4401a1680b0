package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.Cascade;
import dev.azoth.orm.mapping.model.ConditionModel;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Relationships that are only read: those that say so, and those that a condition connects. */
final class ViewOnlyRules {
    private static final String CONDITION = "dev.azoth.sql.Condition";
    private static final String EXPRESSION = "dev.azoth.sql.Expression";
    private static final List<String> CONNECTIONS = List.of(
            Jakarta.JOIN_COLUMN, Jakarta.JOIN_COLUMNS, Jakarta.JOIN_TABLE, Jakarta.ID, Jakarta.MAPS_ID, Azoth.INDEXED);
    private static final List<String> WRITTEN =
            List.of(Jakarta.ORDER_COLUMN, Jakarta.MAP_KEY_COLUMN, Azoth.ON_DELETE_CASCADE);

    private final ClassView owner;
    private final Findings findings;

    ViewOnlyRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    static boolean isViewOnly(MemberView member) {
        return member.has(Azoth.VIEW_ONLY) || member.has(Azoth.JOIN_CONDITION);
    }

    /** Whether a condition connects the rows. */
    static boolean isByCondition(MemberView member) {
        return member.has(Azoth.JOIN_CONDITION);
    }

    /** Nothing may be said about writing it. */
    void check(MemberView member, Set<Cascade> cascades, String mappedBy) {
        List<String> contradicting = new ArrayList<>();
        if (!cascades.isEmpty()) {
            contradicting.add("cascade and orphanRemoval");
        }
        WRITTEN.stream().filter(member::has).forEach(each -> contradicting.add(name(each)));
        if (isByCondition(member)) {
            CONNECTIONS.stream().filter(member::has).forEach(each -> contradicting.add(name(each)));
            if (!mappedBy.isEmpty()) {
                contradicting.add("mappedBy");
            }
        } else if (member.has(Jakarta.MANY_TO_MANY) && mappedBy.isEmpty()) {
            findings.error(
                    member,
                    "a view-only relationship has no table of pairs of its own: say mappedBy, or connect the rows with @JoinCondition");
        }
        if (!contradicting.isEmpty()) {
            findings.error(
                    member,
                    (isByCondition(member) ? "@JoinCondition says which rows belong together, and that it" : "it")
                            + " is only read: remove " + String.join(", ", contradicting));
        }
    }

    private static String name(String annotation) {
        return "@" + annotation.substring(annotation.lastIndexOf('.') + 1);
    }

    /** The method that gives the condition. */
    Optional<ConditionModel> condition(MemberView member, String target) {
        if (!isByCondition(member)) {
            return Optional.empty();
        }
        String said = member.annotation(Azoth.JOIN_CONDITION).orElseThrow().text("value");
        String name = said.isEmpty() ? member.name() : said;
        List<MemberView> found = member.declaringClass().staticMethods().stream()
                .filter(each -> each.name().equals(name) && each.parameters().size() == 2)
                .toList();
        String wanted = "static Condition " + name + "(EntityPath<" + owner.simpleName() + "> here, EntityPath<"
                + target.substring(Math.max(target.lastIndexOf('.'), target.lastIndexOf('$')) + 1) + "> there)";
        if (found.size() != 1) {
            findings.error(
                    member,
                    "@JoinCondition connects the rows by a condition, which one static method of "
                            + member.declaringClass().canonicalName() + " gives, and there "
                            + (found.isEmpty() ? "is none" : "are several") + ": write " + wanted);
        } else if (!isCondition(found.get(0).type())) {
            findings.error(
                    member, "its method gives " + found.get(0).type().spelled() + ", not a condition: write " + wanted);
        }
        return Optional.of(new ConditionModel(member.declaringClass().name(), name));
    }

    private static boolean isCondition(TypeView returned) {
        return returned.name().equals(CONDITION)
                || (returned.name().equals(EXPRESSION)
                                ? Optional.of(returned)
                                : returned.asClass().flatMap(each -> Supertypes.find(each, EXPRESSION)))
                        .filter(each -> each.arguments().size() == 1
                                && each.arguments().get(0).name().equals("java.lang.Boolean"))
                        .isPresent();
    }
}
