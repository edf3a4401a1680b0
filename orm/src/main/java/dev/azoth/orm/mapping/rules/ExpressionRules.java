package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ExpressionModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;

/** Maps a member to an expression of SQL, which a static method or each query gives. */
final class ExpressionRules {
    private static final String EXPRESSION = "dev.azoth.sql.Expression";

    private final ClassView owner;
    private final Findings findings;

    ExpressionRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    ColumnModel map(MemberView member) {
        TypeView value = MemberModels.value(member);
        TypeModel type = new TypeRules(findings).type(member, value, ColumnSettings.NONE);
        boolean property = member.has(Azoth.COLUMN_PROPERTY);
        if (property && member.has(Azoth.QUERY_EXPRESSION)) {
            findings.error(
                    member,
                    "@ColumnProperty says what it is in every query, @QueryExpression that each query does: keep one of them");
        }
        if (!property && (MemberKind.isLazy(member) || member.type().isPrimitive())) {
            findings.error(member, "a query that gives no expression leaves it null: declare it as " + value.spelled());
        }
        return new ColumnModel(
                MemberModels.of(member, owner),
                Naming.snakeCase(member.name()),
                type,
                false,
                true,
                false,
                false,
                false,
                member.has(Azoth.SENSITIVE),
                "",
                new Generation.Assigned(),
                false,
                false,
                false,
                Optional.of(
                        new ExpressionModel(member.declaringClass().name(), property ? method(member, value) : "")));
    }

    private String method(MemberView member, TypeView value) {
        String said = member.annotation(Azoth.COLUMN_PROPERTY).orElseThrow().text("value");
        String name = said.isEmpty() ? member.name() : said;
        List<MemberView> found = member.declaringClass().staticMethods().stream()
                .filter(each -> each.name().equals(name) && each.parameters().size() == 1)
                .toList();
        String wanted = "static Expression<" + value.spelled() + "> " + name + "(EntityPath<"
                + member.declaringClass().simpleName() + "> path)";
        if (found.size() != 1) {
            findings.error(
                    member,
                    "@ColumnProperty reads it from an expression, which one static method of "
                            + member.declaringClass().canonicalName() + " gives, and there "
                            + (found.isEmpty() ? "is none" : "are several") + ": write " + wanted);
        } else if (!gives(found.get(0).type(), value)) {
            findings.error(
                    member,
                    "its method gives " + found.get(0).type().spelled() + ", not an expression of " + value.spelled()
                            + ": write " + wanted);
        }
        return name;
    }

    private static boolean gives(TypeView returned, TypeView value) {
        return (returned.name().equals(EXPRESSION)
                        ? Optional.of(returned)
                        : returned.asClass().flatMap(each -> Supertypes.find(each, EXPRESSION)))
                .filter(each -> each.arguments().size() == 1
                        && each.arguments().get(0).name().equals(value.name()))
                .isPresent();
    }
}
