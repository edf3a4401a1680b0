package dev.azoth.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.azoth.orm.access.PrivateMembers;
import dev.azoth.orm.mapping.model.MemberModel;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** The code that reads or writes one member: by its name where that may be said, else through a handle in a constant. */
final class MemberCode {
    static final ClassName PRIVATE_MEMBERS = ClassName.get(PrivateMembers.class);

    private final MemberModel member;
    private final boolean component;
    private final TypeName declaring;
    private final TypeName type;
    private final TypeName erased;
    private final String constant;

    /**
     * The code of a member.
     *
     * @param component whether it is a record's component
     */
    MemberCode(MemberElements elements, MemberModel member, int index, boolean component) {
        this.member = member;
        this.component = component;
        this.declaring = ClassName.get(elements.declaring(member));
        this.type = TypeName.get(elements.type(member));
        TypeMirror plain = elements.erased(member);
        this.erased = TypeName.get(plain);
        this.constant = "FIELD_" + index;
    }

    /** The handle, where one is needed. */
    Optional<FieldSpec> handle() {
        if (component || member.reachable()) {
            return Optional.empty();
        }
        return Optional.of(
                FieldSpec.builder(VarHandle.class, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(
                                "$T.field($T.lookup(), $T.class, $S, $T.class)",
                                PRIVATE_MEMBERS,
                                MethodHandles.class,
                                declaring,
                                member.name(),
                                erased)
                        .build());
    }

    /** The value of the member of {@code object}. */
    CodeBlock read() {
        if (component) {
            return CodeBlock.of("object.$N()", member.name());
        }
        return member.reachable()
                ? CodeBlock.of("object.$N", member.name())
                : CodeBlock.of("($T) $N.get(object)", type, constant);
    }

    /** The statement that sets the member of {@code object}. */
    CodeBlock write(CodeBlock value) {
        return member.reachable()
                ? CodeBlock.of("object.$N = $L", member.name(), cast(value))
                : CodeBlock.of("$N.set(object, $L)", constant, cast(value));
    }

    /** Whether the member holds another object than it did, or another number. */
    CodeBlock differs(CodeBlock before) {
        if (type.equals(TypeName.DOUBLE) || type.equals(TypeName.FLOAT)) {
            return CodeBlock.of("$T.compare($L, $L) != 0", type.box(), read(), cast(before)); // NaN is itself here
        }
        return CodeBlock.of("$L != $L", read(), type.isPrimitive() ? cast(before) : before);
    }

    /** An {@code Object} as the member's type; a primitive's class is unboxed, with an exception for null. */
    CodeBlock cast(CodeBlock value) {
        return type.isPrimitive()
                ? CodeBlock.of("($T) ($T) $L", type, type.box(), value)
                : CodeBlock.of("($T) $L", type, value);
    }
}
