package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.List;

/** What a member is mapped to. */
enum MemberKind {
    COLUMN("a column"),
    TO_ONE("a relationship to one"),
    TO_MANY("a relationship to many"),
    EMBEDDED("an embedded value"),
    ELEMENTS("a collection of values"),
    EXPRESSION("an expression of SQL");

    private static final List<String> RELATIONS = List.of(
            Jakarta.MANY_TO_ONE,
            Jakarta.ONE_TO_ONE,
            Jakarta.ONE_TO_MANY,
            Jakarta.MANY_TO_MANY,
            Jakarta.ELEMENT_COLLECTION);

    final String description;

    MemberKind(String description) {
        this.description = description;
    }

    static MemberKind of(MemberView member) {
        if (member.has(Jakarta.MANY_TO_ONE) || member.has(Jakarta.ONE_TO_ONE)) {
            return TO_ONE;
        } else if (member.has(Jakarta.ONE_TO_MANY) || member.has(Jakarta.MANY_TO_MANY)) {
            return TO_MANY;
        } else if (member.has(Jakarta.ELEMENT_COLLECTION)) {
            return ELEMENTS;
        } else if (member.has(Azoth.COLUMN_PROPERTY) || member.has(Azoth.QUERY_EXPRESSION)) {
            return EXPRESSION;
        }
        boolean embeddable = member.type()
                .asClass()
                .map(each -> each.has(Jakarta.EMBEDDABLE))
                .orElse(false);
        return embeddable || member.has(Jakarta.EMBEDDED) || member.has(Jakarta.EMBEDDED_ID) ? EMBEDDED : COLUMN;
    }

    /** The relationship annotations of a member; more than one contradict each other. */
    static List<String> relations(MemberView member) {
        return RELATIONS.stream().filter(member::has).toList();
    }

    static boolean isId(MemberView member) {
        return member.has(Jakarta.ID) || member.has(Jakarta.EMBEDDED_ID);
    }

    static boolean isLazy(MemberView member) {
        return member.type().name().equals(Azoth.LAZY);
    }

    static boolean isEntity(ClassView type) {
        return type.has(Jakarta.ENTITY);
    }

    /** Whether a class has an annotation, or a program may give it one that cannot be known here: then the rules are applied at run time. */
    static boolean mayHave(ClassView type, String annotation) {
        return type.has(annotation) || type.mayBeAnnotated();
    }
}
