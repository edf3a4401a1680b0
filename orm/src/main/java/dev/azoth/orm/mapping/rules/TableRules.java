package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.CheckModel;
import dev.azoth.orm.mapping.model.IndexOptionsModel;
import dev.azoth.orm.mapping.model.TableModel;
import dev.azoth.orm.mapping.model.TableModel.IndexModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Maps a class to a table, but for the columns. */
final class TableRules {
    private final ClassView entity;
    private final Findings findings;
    private final Optional<AnnotationView> table;

    TableRules(ClassView entity, Findings findings) {
        this.entity = entity;
        this.findings = findings;
        this.table = entity.annotation(Jakarta.TABLE);
    }

    String name() {
        String said = table.map(each -> each.text("name")).orElse("");
        String entityName =
                entity.annotation(Jakarta.ENTITY).map(each -> each.text("name")).orElse("");
        String name = Naming.orDefault(said, entityName.isEmpty() ? entity.simpleName() : entityName);
        if (name.indexOf('\0') >= 0) {
            findings.error(entity, "its table has a NUL in its name");
        }
        return name;
    }

    /** The table, with the unique keys and indexes that members ask for. */
    TableModel map(Set<String> columns, List<IndexModel> ofMembers, IndexRules more) {
        List<IndexModel> unique = new ArrayList<>(ofMembers);
        List<IndexModel> indexes = new ArrayList<>();
        for (AnnotationView each :
                table.map(it -> it.annotations("uniqueConstraints")).orElse(List.of())) {
            checkValues(each, Set.of("name", "columnNames"));
            unique.add(new IndexModel(each.text("name"), checked(each, each.texts("columnNames"), columns), true));
        }
        for (AnnotationView each : table.map(it -> it.annotations("indexes")).orElse(List.of())) {
            checkValues(each, Set.of("name", "columnList", "unique"));
            IndexColumns of = IndexColumns.of(List.of(each.text("columnList").split(",", -1)));
            indexes.add(new IndexModel(
                    each.text("name"),
                    checked(each, of.names(), columns),
                    each.flag("unique"),
                    Optional.empty(),
                    new IndexOptionsModel("", List.of(), "", "", of.descending())));
        }
        List<IndexModel> said = new ArrayList<>(unique);
        said.addAll(indexes);
        indexes.addAll(more.indexes(said, columns));
        return new TableModel(
                table.map(each -> each.text("schema")).orElse(""),
                name(),
                new CommentRules(findings).of(table, entity),
                checks(),
                unique,
                indexes);
    }

    private List<CheckModel> checks() {
        List<CheckModel> checks = new ArrayList<>();
        for (AnnotationView each : table.map(it -> it.annotations("check")).orElse(List.of())) {
            checkValues(each, Set.of("name", "constraint"));
            String condition = each.text("constraint");
            if (condition.isBlank()) {
                findings.error(
                        entity, "@CheckConstraint needs a condition of SQL, such as constraint = \"price >= 0\"");
            }
            String named = each.text("name");
            checks.add(new CheckModel(named.isEmpty() ? "ck_" + name() + "_" + (checks.size() + 1) : named, condition));
        }
        return checks;
    }

    private void checkValues(AnnotationView annotation, Set<String> known) {
        Set<String> unknown = new TreeSet<>(annotation.changed());
        unknown.removeAll(known);
        for (String each : unknown) {
            findings.error(
                    entity,
                    "@" + annotation.simpleName() + "(" + each + ") is not supported: "
                            + (annotation.name().equals(Jakarta.INDEX)
                                    ? "say it with @Indexed on the first of its columns"
                                    : "say it in a migration"));
        }
    }

    private List<String> checked(AnnotationView annotation, List<String> names, Set<String> columns) {
        for (String each : names) {
            if (!columns.contains(each)) {
                findings.error(
                        entity,
                        "@" + annotation.simpleName() + ": there is no column \"" + each + "\"; the columns are "
                                + String.join(", ", columns));
            }
        }
        return names;
    }
}
