package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.List;

/** Names of Azoth's own annotations and classes, as the rules compare them. */
final class Azoth {
    static final String PREFIX = "dev.azoth.orm.annotation.";
    static final String ARRAY = PREFIX + "Array";
    static final String CREATED_AT = PREFIX + "CreatedAt";
    static final String CREATED_BY = PREFIX + "CreatedBy";
    static final String UPDATED_AT = PREFIX + "UpdatedAt";
    static final String UPDATED_BY = PREFIX + "UpdatedBy";
    static final String COMPUTED = PREFIX + "Computed";
    static final String FETCHED_VALUE = PREFIX + "FetchedValue";
    static final String SERVER_DEFAULT = PREFIX + "ServerDefault";
    static final String SQL_EXPRESSION = PREFIX + "SqlExpression";
    static final String GENERATED_BY = PREFIX + "GeneratedBy";
    static final String INDEXED = PREFIX + "Indexed";
    static final String COLUMN_PROPERTY = PREFIX + "ColumnProperty";
    static final String JOIN_CONDITION = PREFIX + "JoinCondition";
    static final String VIEW_ONLY = PREFIX + "ViewOnly";
    static final String LOAD = PREFIX + "Load";
    static final String MAPPED_TYPE = PREFIX + "MappedType";
    static final String MAPPED_INDEX = PREFIX + "MappedIndex";
    static final String DERIVED_TABLE = PREFIX + "DerivedTable";
    static final String READ_ONLY = PREFIX + "ReadOnly";
    static final String VIEW = PREFIX + "View";
    static final String QUERY_EXPRESSION = PREFIX + "QueryExpression";
    static final String SUBCLASSES = PREFIX + "Subclasses";
    static final String SOFT_DELETE = PREFIX + "SoftDelete";
    static final String NAMING = PREFIX + "Naming";
    static final String ON_DELETE_CASCADE = PREFIX + "OnDeleteCascade";
    static final String ON_UPDATE_CASCADE = PREFIX + "OnUpdateCascade";
    static final String SENSITIVE = PREFIX + "Sensitive";
    static final String TENANT_ID = PREFIX + "TenantId";
    static final String ULID = PREFIX + "Ulid";
    static final String UUID = PREFIX + "Uuid";
    static final String LAZY = "dev.azoth.orm.Lazy";
    static final String JSON = "dev.azoth.type.Json";

    private Azoth() {}

    /** Whether an annotation can be found at run time. */
    static boolean isKept(AnnotationView annotation) {
        return annotation
                .type()
                .annotation("java.lang.annotation.Retention")
                .map(each -> each.constant("value").equals("RUNTIME"))
                .orElse(false);
    }

    /** The annotations of a member that give it its type. */
    static List<AnnotationView> typing(MemberView member) {
        return member.annotations().stream()
                .filter(each -> each.type().has(MAPPED_TYPE))
                .toList();
    }
}
