package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.IndexColumnModel;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Optional;

/** Finds what tells the elements of a collection apart: the position in a list, the key in a map. */
final class PlaceRules {
    private final Findings findings;

    PlaceRules(Findings findings) {
        this.findings = findings;
    }

    /** The column of the positions, where {@code @OrderColumn} asks for one, or of the keys of a map, unless they are an attribute of its elements. */
    Optional<IndexColumnModel> of(MemberView member, CollectionKind kind) {
        if (kind != CollectionKind.MAP) {
            for (String each : List.of(Jakarta.MAP_KEY_COLUMN, Jakarta.MAP_KEY_ENUMERATED)) {
                member.annotation(each)
                        .ifPresent(said -> findings.error(
                                member,
                                "@" + said.simpleName() + " is for a Map, not for "
                                        + member.type().spelled()));
            }
        }
        Optional<IndexColumnModel> position = position(member, kind);
        return kind == CollectionKind.MAP && !member.has(Jakarta.MAP_KEY) ? key(member) : position;
    }

    private Optional<IndexColumnModel> position(MemberView member, CollectionKind kind) {
        Optional<AnnotationView> said = member.annotation(Jakarta.ORDER_COLUMN);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (kind != CollectionKind.LIST || !member.type().name().equals("java.util.List")) {
            findings.error(
                    member,
                    "@OrderColumn keeps the positions in a List, and "
                            + member.type().spelled() + " has none");
        }
        if (member.has(Jakarta.ORDER_BY)) {
            findings.error(
                    member, "@OrderColumn keeps the order that the program gives it, @OrderBy sorts: keep one of them");
        }
        return Optional.of(
                new IndexColumnModel(name(member, said, "_order"), new TypeModel.Standard("java.lang.Integer")));
    }

    private Optional<IndexColumnModel> key(MemberView member) {
        TypeView type = member.type().arguments().get(0);
        Optional<AnnotationView> column = member.annotation(Jakarta.MAP_KEY_COLUMN);
        TypeModel model = new TypeRules(findings).mapKey(member, type, column);
        return Optional.of(new IndexColumnModel(name(member, column, "_key"), model));
    }

    private static String name(MemberView member, Optional<AnnotationView> said, String suffix) {
        String name = said.map(each -> each.text("name")).orElse("");
        return name.isEmpty() ? Naming.snakeCase(member.name()) + suffix : name;
    }

    /** The attribute of the other end by which a map finds its elements, empty for its key. */
    Optional<String> attribute(MemberView member, CollectionKind kind, ClassView target) {
        Optional<AnnotationView> said = member.annotation(Jakarta.MAP_KEY);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        if (kind != CollectionKind.MAP) {
            findings.error(
                    member, "@MapKey is for a Map, not for " + member.type().spelled());
            return Optional.empty();
        }
        member.annotation(Jakarta.MAP_KEY_COLUMN)
                .ifPresent(each -> findings.error(
                        member, "@MapKey and @MapKeyColumn both say what the keys are: keep one of them"));
        String name = said.get().text("name");
        Optional<MemberView> key = name.isEmpty()
                ? Members.of(target).stream()
                        .filter(each -> each.has(Jakarta.ID))
                        .findFirst()
                : Members.find(target, name);
        if (key.isEmpty() || MemberKind.of(key.get()) != MemberKind.COLUMN || MemberKind.isLazy(key.get())) {
            findings.error(
                    member,
                    "@MapKey(name = \"" + name + "\"): " + target.canonicalName()
                            + (name.isEmpty() ? " has no key that is one column" : "." + name + " is no column"));
            return Optional.empty();
        }
        TypeView declared = member.type().arguments().get(0);
        TypeView actual = key.get().type().boxed();
        if (!declared.name().equals(actual.name())) {
            findings.error(
                    member,
                    "@MapKey: the keys are " + target.canonicalName() + "."
                            + key.get().name() + ", of " + actual.spelled() + ", not of " + declared.spelled());
        }
        return Optional.of(key.get().name());
    }
}
