package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.List;

/** Names of Azoth's own annotations and classes, as the rules compare them. */
final class Azoth {
    static final String PREFIX = "dev.azoth.orm.annotation.";
    static final String ARRAY = PREFIX + "Array";
    static final String LOAD = PREFIX + "Load";
    static final String MAPPED_TYPE = PREFIX + "MappedType";
    static final String SUBCLASSES = PREFIX + "Subclasses";
    static final String SOFT_DELETE = PREFIX + "SoftDelete";
    static final String SENSITIVE = PREFIX + "Sensitive";
    static final String LAZY = "dev.azoth.orm.Lazy";
    static final String JSON = "dev.azoth.type.Json";

    private Azoth() {}

    /** The annotations of a member that give it its type. */
    static List<AnnotationView> typing(MemberView member) {
        return member.annotations().stream()
                .filter(each -> each.type().has(MAPPED_TYPE))
                .toList();
    }
}
