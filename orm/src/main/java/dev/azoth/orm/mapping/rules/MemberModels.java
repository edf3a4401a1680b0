package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.MemberView.Nullness;
import dev.azoth.orm.mapping.view.MemberView.Visibility;
import dev.azoth.orm.mapping.view.TypeView;

/** What a member is, whatever it is mapped to. */
final class MemberModels {
    private MemberModels() {}

    /** The type of the value: what is inside a {@code Lazy}, and boxed. */
    static TypeView value(MemberView member) {
        TypeView type = member.type();
        return MemberKind.isLazy(member) && type.arguments().size() == 1
                ? type.arguments().get(0)
                : type.boxed();
    }

    /**
     * A member of a class.
     *
     * @param from the class whose package the generated code is in
     */
    static MemberModel of(MemberView member, ClassView from) {
        return new MemberModel(
                member.declaringClass().name(),
                member.name(),
                member.type().spelled(),
                member.type().isPrimitive(),
                MemberKind.isLazy(member),
                isReachable(member, from));
    }

    private static boolean isReachable(MemberView member, ClassView from) {
        ClassView declaring = member.declaringClass();
        boolean samePackage = declaring.packageName().equals(from.packageName());
        return !declaring.isPrivate()
                && member.visibility() != Visibility.PRIVATE
                && (samePackage || member.visibility() == Visibility.PUBLIC);
    }

    /** Whether null may be stored, as far as Java says: by JSpecify's annotations, and for primitive types. */
    static boolean isNullable(MemberView member) {
        if (member.type().isPrimitive()) {
            return false;
        }
        if (MemberKind.isLazy(member) || member.nullness() == Nullness.NULLABLE) {
            return true;
        }
        return member.nullness() == Nullness.UNSPECIFIED
                && !member.declaringClass().isNullMarked();
    }
}
