package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.JoinColumnModel;
import dev.azoth.orm.mapping.model.TableModel.IndexModel;
import dev.azoth.orm.mapping.model.TableModel.MadeIndex;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the indexes that {@code @Indexed} asks for, and annotations with {@code @MappedIndex}. */
final class IndexRules {
    private final ClassView entity;
    private final List<AttributeModel> attributes;
    private final Findings findings;

    IndexRules(ClassView entity, List<AttributeModel> attributes, Findings findings) {
        this.entity = entity;
        this.findings = findings;
        this.attributes = attributes;
    }

    /**
     * The indexes.
     *
     * @param said the unique keys and indexes that are said otherwise
     */
    List<IndexModel> indexes(List<IndexModel> said) {
        List<IndexModel> indexes = new ArrayList<>();
        Map<String, AttributeModel> byName = new LinkedHashMap<>();
        attributes.forEach(each -> byName.put(each.member().name(), each));
        for (MemberView member : Members.of(entity)) {
            if (member.has(Azoth.INDEXED)) {
                add(columns(byName.get(member.name())), indexes);
            }
            member.annotations().stream()
                    .filter(each -> each.type().has(Azoth.MAPPED_INDEX))
                    .forEach(each -> made(member, each, byName.get(member.name()), indexes));
        }
        if (Members.hierarchy(entity).stream().anyMatch(each -> each.has(Azoth.INDEXED))) {
            List<List<String>> there = new ArrayList<>(List.of(key()));
            said.forEach(each -> there.add(each.columns()));
            for (AttributeModel each : attributes) {
                List<String> columns =
                        each instanceof ToOneModel toOne && !toOne.oneToOne() ? columns(each) : List.of();
                boolean covered = there.stream()
                        .anyMatch(other -> other.size() >= columns.size()
                                && other.subList(0, columns.size()).equals(columns));
                if (!covered) {
                    add(columns, indexes);
                }
            }
        }
        return indexes;
    }

    private void made(
            MemberView member, AnnotationView annotation, @Nullable AttributeModel attribute, List<IndexModel> to) {
        if (!Azoth.isKept(annotation)) {
            findings.error(
                    member, "@" + annotation.simpleName() + " is not kept at run time: add @Retention(RUNTIME) to it");
        } else if (attribute instanceof ColumnModel column) {
            String provider = annotation
                    .type()
                    .annotation(Azoth.MAPPED_INDEX)
                    .orElseThrow()
                    .typeValue("value")
                    .name();
            MadeIndex made = new MadeIndex(column.member(), annotation.name(), provider);
            to.add(new IndexModel("", List.of(column.column()), false, Optional.of(made)));
        } else {
            findings.error(member, "@" + annotation.simpleName() + " is for members that are columns");
        }
    }

    private static void add(List<String> columns, List<IndexModel> to) {
        IndexModel index = new IndexModel("", columns, false);
        if (!columns.isEmpty() && !to.contains(index)) {
            to.add(index);
        }
    }

    private List<String> key() {
        List<String> columns = new ArrayList<>();
        attributes.stream().filter(AttributeModel::id).forEach(each -> columns.addAll(columns(each)));
        return columns;
    }

    private static List<String> columns(@Nullable AttributeModel attribute) {
        if (attribute instanceof ColumnModel column) {
            return List.of(column.column());
        } else if (attribute instanceof ToOneModel toOne) {
            return toOne.columns().stream().map(JoinColumnModel::column).toList();
        }
        return List.of();
    }
}
