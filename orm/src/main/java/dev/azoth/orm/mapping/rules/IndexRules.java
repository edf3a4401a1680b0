package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.IndexOptionsModel;
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
import java.util.Set;
import java.util.stream.Stream;
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
     * @param names the names of all columns
     */
    List<IndexModel> indexes(List<IndexModel> said, Set<String> names) {
        List<IndexModel> indexes = new ArrayList<>();
        Map<String, AttributeModel> byName = new LinkedHashMap<>();
        attributes.forEach(each -> byName.put(each.member().name(), each));
        for (MemberView member : Members.of(entity)) {
            member.annotation(Azoth.INDEXED)
                    .ifPresent(each -> add(said(member, each, columns(byName.get(member.name())), names), indexes));
            member.annotations().stream()
                    .filter(each -> each.type().has(Azoth.MAPPED_INDEX))
                    .forEach(each -> made(member, each, byName.get(member.name()), indexes));
        }
        if (Members.hierarchy(entity).stream().anyMatch(each -> each.has(Azoth.INDEXED))) {
            List<List<String>> there = new ArrayList<>(List.of(key()));
            Stream.concat(said.stream(), indexes.stream())
                    .filter(each -> each.options().where().isEmpty()
                            && each.options().method().isEmpty())
                    .forEach(each -> there.add(each.columns()));
            for (AttributeModel each : attributes) {
                List<String> columns =
                        each instanceof ToOneModel toOne && !toOne.oneToOne() ? columns(each) : List.of();
                boolean covered = there.stream()
                        .anyMatch(other -> other.size() >= columns.size()
                                && other.subList(0, columns.size()).equals(columns));
                if (!covered) {
                    add(new IndexModel("", columns, false), indexes);
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
            to.add(new IndexModel("", List.of(column.column()), false, Optional.of(made), IndexOptionsModel.NONE));
        } else {
            findings.error(member, "@" + annotation.simpleName() + " is for members that are columns");
        }
    }

    /** The index that a member asks for. */
    private IndexModel said(MemberView member, AnnotationView annotation, List<String> own, Set<String> names) {
        IndexColumns further = IndexColumns.of(annotation.texts("columns"));
        List<String> columns = new ArrayList<>(own);
        columns.addAll(further.names());
        List<String> descending = new ArrayList<>(annotation.flag("descending") ? own : List.of());
        descending.addAll(further.descending());
        List<String> include = annotation.texts("include");
        for (String each :
                Stream.concat(further.names().stream(), include.stream()).toList()) {
            if (!names.contains(each)) {
                findings.error(
                        member,
                        "@Indexed: there is no column \"" + each + "\"; the columns are " + String.join(", ", names));
            }
        }
        return new IndexModel(
                annotation.text("name"),
                own.isEmpty() ? List.of() : columns,
                annotation.flag("unique"),
                Optional.empty(),
                new IndexOptionsModel(
                        annotation.text("where"),
                        include,
                        annotation.text("method"),
                        annotation.text("operatorClass"),
                        descending));
    }

    private static void add(IndexModel index, List<IndexModel> to) {
        if (!index.columns().isEmpty() && !to.contains(index)) {
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
