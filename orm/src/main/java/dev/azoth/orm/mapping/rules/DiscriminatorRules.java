package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.HierarchyModel;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What tells of which class a row is: a column, its type, and a value for each class.
 *
 * <p>A member of the first class may read the column; then it is of that member's type. It may be an expression too, and then there is no column. Else
 * {@code @DiscriminatorColumn} says the type.
 */
final class DiscriminatorRules {
    private static final String NAME = "DTYPE";
    private static final int LENGTH = 31;
    private static final Set<String> WHOLE = Set.of("java.lang.Short", "java.lang.Integer", "java.lang.Long");

    private final ClassView first;
    private final Optional<AnnotationView> said;

    DiscriminatorRules(ClassView first) {
        this.first = first;
        this.said = first.annotation(Jakarta.DISCRIMINATOR_COLUMN);
    }

    /** The column. The default of the annotation is how servers without quotes fold it. */
    String column() {
        String name = said.map(each -> each.text("name")).orElse(NAME);
        return name.equals(NAME) ? NAME.toLowerCase(Locale.ROOT) : name;
    }

    TypeModel type() {
        return member().map(each -> column(each).type()).orElseGet(() -> {
            String kind = said.map(each -> each.constant("discriminatorType")).orElse("STRING");
            return switch (kind) {
                case "INTEGER" -> new TypeModel.Standard("java.lang.Integer");
                case "CHAR" -> new TypeModel.Text(1);
                default ->
                    new TypeModel.Text(said.map(each -> each.number("length")).orElse(LENGTH));
            };
        });
    }

    private Optional<MemberView> member() {
        return Members.of(first).stream()
                .filter(each -> MemberKind.of(each) == MemberKind.COLUMN || isExpression(each))
                .filter(each -> column(each).column().equals(column()))
                .findFirst();
    }

    private static boolean isExpression(MemberView member) {
        return MemberKind.of(member) == MemberKind.EXPRESSION;
    }

    private ColumnModel column(MemberView member) {
        if (isExpression(member)) {
            return new ExpressionRules(first, new Findings()).map(member);
        }
        return new ColumnRules(first, new Findings()).map(member, ColumnOverrides.of(Map.of()), false);
    }

    /** What the column has in the rows of a class; none for an abstract one. */
    static Optional<String> value(ClassView type) {
        if (type.isAbstract()) {
            return Optional.empty();
        }
        String said = type.annotation(Jakarta.DISCRIMINATOR_VALUE)
                .map(each -> each.text("value"))
                .orElse("");
        return Optional.of(said.isEmpty() ? type.simpleName() : said);
    }

    void check(List<HierarchyModel.Member> members, HierarchyModel.Strategy strategy, Findings findings) {
        member().filter(DiscriminatorRules::isExpression).ifPresent(each -> checkExpression(each, strategy, findings));
        Map<String, String> owners = new HashMap<>();
        TypeModel type = type();
        for (HierarchyModel.Member each : members) {
            String value = each.value().orElse("");
            String other = value.isEmpty() ? null : owners.putIfAbsent(value, each.className());
            if (other != null) {
                findings.error(
                        first,
                        "the rows of " + other + " and of " + each.className() + " would both be marked \"" + value
                                + "\": give one of them another @DiscriminatorValue");
            } else if (!value.isEmpty()) {
                problem(type, value)
                        .ifPresent(text -> findings.error(
                                first, "the discriminator value \"" + value + "\" of " + each.className() + text));
            }
        }
    }

    private static void checkExpression(MemberView member, HierarchyModel.Strategy strategy, Findings findings) {
        if (strategy == HierarchyModel.Strategy.TABLE_PER_CLASS) {
            findings.error(
                    member,
                    "it would say of which class a row is, which its table says: name it otherwise, or name another column with"
                            + " @DiscriminatorColumn");
        } else if (MemberKind.isLazy(member) || member.has(Azoth.QUERY_EXPRESSION)) {
            findings.error(
                    member,
                    "it says of which class a row is, so every query reads it: declare it as @ColumnProperty, without Lazy");
        }
    }

    private Optional<String> problem(TypeModel type, String value) {
        if (type instanceof TypeModel.Text text) {
            return text.length() == 0 || value.length() <= text.length()
                    ? Optional.empty()
                    : Optional.of(" is longer than its column, which takes " + text.length()
                            + " characters: say @DiscriminatorColumn(length = …)");
        } else if (type instanceof TypeModel.Standard standard && WHOLE.contains(standard.className())) {
            return value.matches("-?\\d{1,9}")
                    ? Optional.empty()
                    : Optional.of(" is no whole number of nine digits at most, as its column has them: say"
                            + " @DiscriminatorValue(\"1\")");
        } else if (type instanceof TypeModel.Enumeration) {
            List<String> constants = member().flatMap(
                            each -> MemberModels.value(each).asClass())
                    .map(ClassView::constants)
                    .orElse(List.of());
            return constants.contains(value)
                    ? Optional.empty()
                    : Optional.of(" is none of the constants of its column, " + String.join(", ", constants)
                            + ": name one with @DiscriminatorValue");
        }
        return Optional.of(
                " cannot be of its column's type: what tells classes apart is text, a whole number or an enum");
    }
}
