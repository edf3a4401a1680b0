package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the members around an embedded value say of its columns: their names, by {@code @AttributeOverride}, and that all are null where the value
 * itself is.
 */
final class ColumnOverrides {
    private final Map<String, AnnotationView> columns;
    private final Map<String, String> names;
    private final String path;
    private final boolean optional;

    private ColumnOverrides(
            Map<String, AnnotationView> columns, Map<String, String> names, String path, boolean optional) {
        this.columns = columns;
        this.names = names;
        this.path = path;
        this.optional = optional;
    }

    /** Of an entity, some of whose members have the columns of others, by their paths. */
    static ColumnOverrides of(Map<String, String> names) {
        return new ColumnOverrides(Map.of(), names, "", false);
    }

    /** Those on a member, over which those on the member around it go. */
    ColumnOverrides inside(MemberView embedded) {
        return inside(embedded, MemberModels.isNullable(embedded));
    }

    /** Those on a collection, for its elements. */
    ColumnOverrides element(MemberView collection) {
        return inside(collection, false);
    }

    private ColumnOverrides inside(MemberView embedded, boolean nullable) {
        Map<String, AnnotationView> all = new LinkedHashMap<>();
        String inner = path + embedded.name() + ".";
        for (AnnotationView each : annotations(embedded)) {
            all.put(inner + each.text("name"), each.annotation("column"));
        }
        all.putAll(columns);
        return new ColumnOverrides(all, names, inner, optional || nullable);
    }

    static List<AnnotationView> annotations(MemberView embedded) {
        List<AnnotationView> all = new ArrayList<>();
        embedded.annotation(Jakarta.ATTRIBUTE_OVERRIDE).ifPresent(all::add);
        embedded.annotation(Jakarta.ATTRIBUTE_OVERRIDES).ifPresent(each -> all.addAll(each.annotations("value")));
        return all;
    }

    ColumnSettings column(MemberView member) {
        AnnotationView override = columns.get(path + member.name());
        ColumnSettings settings =
                ColumnSettings.of(override == null ? member.annotation(Jakarta.COLUMN) : Optional.of(override));
        String name = names.get(path + member.name());
        return name == null ? settings : settings.named(name);
    }

    /** Whether the value as a whole may be null, and its columns with it. */
    boolean isOptional() {
        return optional;
    }
}
