package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.ToManyModel.Order;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads {@code @OrderBy}: attributes of the other end, separated by commas, each with ASC or DESC; the key when it is empty. */
final class OrderRules {
    private static final Set<String> DIRECTIONS = Set.of("", "ASC", "DESC");

    private final Findings findings;

    OrderRules(Findings findings) {
        this.findings = findings;
    }

    List<Order> order(MemberView member, ClassView target) {
        Optional<String> text = text(member);
        if (text.isEmpty()) {
            return List.of();
        }
        return text.get().isEmpty() ? List.of(new Order("", false)) : order(member, target, text.get());
    }

    /** That of a collection of values: by members of their class, or, where a value is one column, by the values themselves. */
    List<Order> ofValues(MemberView member, Optional<ClassView> type) {
        Optional<String> text = text(member);
        if (text.isEmpty()) {
            return List.of();
        } else if (type.isPresent() && !text.get().isEmpty()) {
            return order(member, type.get(), text.get());
        }
        String direction = text.get().toUpperCase(Locale.ROOT);
        if (type.isPresent() || !DIRECTIONS.contains(direction)) {
            findings.error(
                    member,
                    "@OrderBy(\"" + text.get() + "\"): "
                            + (type.isPresent()
                                    ? "name members of " + type.get().canonicalName()
                                    : "write ASC or DESC; its values are of one column"));
            return List.of();
        }
        return List.of(new Order("", direction.equals("DESC")));
    }

    private static Optional<String> text(MemberView member) {
        return member.annotation(Jakarta.ORDER_BY)
                .map(each -> each.text("value").trim());
    }

    private List<Order> order(MemberView member, ClassView target, String text) {
        List<Order> orders = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] words = part.trim().split("\\s+", -1);
            String direction = words.length == 2 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
            if (words.length > 2 || words[0].isEmpty() || !(direction.equals("ASC") || direction.equals("DESC"))) {
                findings.error(
                        member, "@OrderBy(\"" + text + "\"): write attributes with ASC or DESC, separated by commas");
                return List.of();
            }
            if (!isColumn(target, words[0])) {
                findings.error(
                        member,
                        "@OrderBy(\"" + text + "\"): " + target.canonicalName() + "." + words[0] + " is no column");
                return List.of();
            }
            orders.add(new Order(words[0], direction.equals("DESC")));
        }
        return orders;
    }

    private static boolean isColumn(ClassView type, String path) {
        int dot = path.indexOf('.');
        Optional<MemberView> member = Members.find(type, dot < 0 ? path : path.substring(0, dot));
        if (member.isEmpty()) {
            return false;
        }
        MemberKind kind = MemberKind.of(member.get());
        return dot < 0
                ? kind == MemberKind.COLUMN
                : kind == MemberKind.EMBEDDED
                        && member.get()
                                .type()
                                .asClass()
                                .map(inner -> isColumn(inner, path.substring(dot + 1)))
                                .orElse(false);
    }
}
