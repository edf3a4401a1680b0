package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;

/** A member with annotations that are not written on it. */
record AnnotatedMember(MemberView member, List<AnnotationView> annotations) implements MemberView {
    /** Takes an immutable copy. */
    AnnotatedMember {
        annotations = List.copyOf(annotations);
    }

    @Override
    public String name() {
        return member.name();
    }

    @Override
    public ClassView declaringClass() {
        return member.declaringClass();
    }

    @Override
    public TypeView type() {
        return member.type();
    }

    @Override
    public List<TypeView> parameters() {
        return member.parameters();
    }

    @Override
    public Visibility visibility() {
        return member.visibility();
    }

    @Override
    public boolean isFinal() {
        return member.isFinal();
    }

    @Override
    public boolean isTransient() {
        return member.isTransient();
    }

    @Override
    public Nullness nullness() {
        return member.nullness();
    }
}
