package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.List;
import java.util.stream.Stream;

/** What a collection may be that is never loaded: nothing that would have to know its objects. */
final class WriteOnlyRules {
    private final ClassView owner;
    private final Findings findings;

    WriteOnlyRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    void check(MemberView member, AnnotationView annotation, boolean manyToMany) {
        List<String> loading = Stream.of(
                        Azoth.LOAD, Azoth.VIEW_ONLY, Azoth.JOIN_CONDITION, Jakarta.ORDER_BY, Jakarta.MAP_KEY)
                .filter(member::has)
                .map(each -> "@" + each.substring(each.lastIndexOf('.') + 1))
                .toList();
        if (!loading.isEmpty() || annotation.constant("fetch").equals("EAGER")) {
            findings.error(
                    member,
                    "a WriteOnlyCollection is never loaded: remove "
                            + (loading.isEmpty() ? "fetch = EAGER" : String.join(", ", loading))
                            + ", or declare it as a List");
        }
        if (!manyToMany && annotation.text("mappedBy").isEmpty()) {
            findings.error(member, "a WriteOnlyCollection of @OneToMany names the other end in mappedBy");
        }
        boolean deletes =
                annotation.constants("cascade").stream().anyMatch(each -> each.equals("ALL") || each.equals("REMOVE"))
                        || (!manyToMany && annotation.flag("orphanRemoval"));
        if (deletes && !member.has(Azoth.ON_DELETE_CASCADE)) {
            findings.error(
                    member,
                    "what belongs to a deleted " + owner.simpleName() + " would have to be loaded: "
                            + (manyToMany
                                    ? "leave REMOVE out of its cascade"
                                    : "have the database delete it with @OnDeleteCascade"));
        }
        if (owner.kind() == ClassView.Kind.RECORD) {
            findings.error(member, "a record never changes: declare it in a class");
        }
    }
}
