package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.rules.KeyRules.KeyColumn;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the columns of a foreign key: one for each column of the key that it leads to. */
final class JoinColumnRules {
    private final Findings findings;

    JoinColumnRules(Findings findings) {
        this.findings = findings;
    }

    /** Those of a relationship to one. */
    List<JoinColumnModel> columns(MemberView member, String prefix, List<KeyColumn> key) {
        return columns(member, prefix, key, said(member));
    }

    static List<AnnotationView> said(MemberView member) {
        List<AnnotationView> all = new ArrayList<>();
        member.annotation(Jakarta.JOIN_COLUMN).ifPresent(all::add);
        member.annotation(Jakarta.JOIN_COLUMNS).ifPresent(each -> all.addAll(each.annotations("value")));
        return all;
    }

    List<JoinColumnModel> columns(MemberView member, String prefix, List<KeyColumn> key, List<AnnotationView> said) {
        checkReferences(member, key, said);
        List<JoinColumnModel> columns = new ArrayList<>();
        for (KeyColumn each : key) {
            Optional<AnnotationView> annotation = find(said, each, key.size() == 1);
            String name = annotation.map(it -> it.text("name")).orElse("");
            columns.add(new JoinColumnModel(
                    name.isEmpty() ? Naming.snakeCase(prefix) + "_" + each.name() : name,
                    each.name(),
                    each.type(),
                    annotation.map(it -> it.flag("insertable")).orElse(true),
                    annotation.map(it -> it.flag("updatable")).orElse(true),
                    new CommentRules(findings).of(annotation, member)));
        }
        return columns;
    }

    private static Optional<AnnotationView> find(List<AnnotationView> said, KeyColumn key, boolean only) {
        return said.stream()
                .filter(each -> {
                    String referenced = each.text("referencedColumnName");
                    return referenced.equals(key.name()) || (only && referenced.isEmpty());
                })
                .findFirst();
    }

    private void checkReferences(MemberView member, List<KeyColumn> key, List<AnnotationView> said) {
        if (key.isEmpty()) {
            return; // an error was reported, or what it leads to is not known yet
        }
        String names = key.stream().map(KeyColumn::name).collect(Collectors.joining(", "));
        if (said.size() > key.size()) {
            findings.error(
                    member, said.size() + " @JoinColumns for the key (" + names + "): one for each of its columns");
        }
        for (AnnotationView each : said) {
            String referenced = each.text("referencedColumnName");
            if (referenced.isEmpty() && key.size() > 1) {
                findings.error(
                        member,
                        "the key (" + names
                                + ") has several columns: say which one each @JoinColumn is for, by referencedColumnName");
            } else if (!referenced.isEmpty()
                    && key.stream().noneMatch(it -> it.name().equals(referenced))) {
                findings.error(
                        member,
                        "@JoinColumn(referencedColumnName = \"" + referenced
                                + "\"): a foreign key leads to the primary key, which is (" + names + ")");
            }
        }
    }
}
