package dev.azoth.processor;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.azoth.orm.mapping.model.MemberModel;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Writes the methods of {@code MemberAccess}. */
final class AccessMethods {
    private static final ArrayTypeName OBJECTS = ArrayTypeName.of(Object.class);

    private final TypeElement owner;
    private final ClassName ownerName;
    private final List<MemberModel> members;
    private final List<MemberCode> code;

    AccessMethods(TypeElement owner, List<MemberModel> members, List<MemberCode> code) {
        this.owner = owner;
        this.ownerName = ClassName.get(owner);
        this.members = members;
        this.code = code;
    }

    void addTo(TypeSpec.Builder type) {
        type.addMethod(method("members", ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return MEMBERS")
                .build());
        if (owner.getModifiers().contains(Modifier.ABSTRACT)) {
            String why = "an abstract class has no objects but those of the classes that extend it";
            type.addMethod(refused(method("create", ownerName), why));
            type.addMethod(refused(method("create", ownerName).addParameter(OBJECTS, "values"), why));
        } else if (owner.getKind() == ElementKind.RECORD) {
            type.addMethod(refused(method("create", ownerName), "a record is made of its values"));
            type.addMethod(createRecord());
        } else {
            addCreate(type);
            type.addMethod(createFilled());
        }
        type.addMethod(get());
        type.addMethod(
                owner.getKind() == ElementKind.RECORD
                        ? refused(setter(), "a record does not change: " + ownerName.reflectionName())
                        : set());
        type.addMethod(read());
        type.addMethod(differs());
    }

    private void addCreate(TypeSpec.Builder type) {
        boolean hidden = ElementFilter.constructorsIn(owner.getEnclosedElements()).stream()
                .filter(each -> each.getParameters().isEmpty())
                .anyMatch(each -> each.getModifiers().contains(Modifier.PRIVATE));
        if (hidden) {
            type.addField(FieldSpec.builder(
                            MethodHandle.class, "CONSTRUCTOR", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(
                            "$T.constructor($T.lookup(), $T.class)",
                            MemberCode.PRIVATE_MEMBERS,
                            MethodHandles.class,
                            ownerName)
                    .build());
        }
        MethodSpec.Builder create = method("create", ownerName);
        type.addMethod(
                hidden
                        ? create.addStatement(
                                        "return ($T) $T.create(CONSTRUCTOR, new Object[0])",
                                        ownerName,
                                        MemberCode.PRIVATE_MEMBERS)
                                .build()
                        : create.addStatement("return new $T()", ownerName).build());
    }

    private MethodSpec createFilled() {
        MethodSpec.Builder method = method("create", ownerName)
                .addParameter(OBJECTS, "values")
                .addStatement("$T object = create()", ownerName);
        for (int i = 0; i < code.size(); i++) {
            method.addStatement(code.get(i).write(CodeBlock.of("values[$L]", i)));
        }
        return method.addStatement("return object").build();
    }

    private MethodSpec createRecord() {
        List<String> names = members.stream().map(MemberModel::name).toList();
        CodeBlock arguments = owner.getRecordComponents().stream()
                .map(each -> names.indexOf(each.getSimpleName().toString()))
                .map(each -> code.get(each).cast(CodeBlock.of("values[$L]", each)))
                .collect(CodeBlock.joining(", "));
        return method("create", ownerName)
                .addParameter(OBJECTS, "values")
                .addStatement("return new $T($L)", ownerName, arguments)
                .build();
    }

    private MethodSpec get() {
        MethodSpec.Builder method = method("get", ClassName.get(Object.class))
                .addParameter(ownerName, "object")
                .addParameter(int.class, "member")
                .beginControlFlow("switch (member)");
        for (int i = 0; i < code.size(); i++) {
            method.addStatement("case $L: return $L", i, code.get(i).read());
        }
        return method.addStatement("default: throw new $T(member)", IndexOutOfBoundsException.class)
                .endControlFlow()
                .build();
    }

    private MethodSpec.Builder setter() {
        return method("set", TypeName.VOID)
                .addParameter(ownerName, "object")
                .addParameter(int.class, "member")
                .addParameter(Object.class, "value");
    }

    private MethodSpec set() {
        MethodSpec.Builder method = setter().beginControlFlow("switch (member)");
        for (int i = 0; i < code.size(); i++) {
            method.addStatement("case $L: $L; break", i, code.get(i).write(CodeBlock.of("value")));
        }
        return method.addStatement("default: throw new $T(member)", IndexOutOfBoundsException.class)
                .endControlFlow()
                .build();
    }

    private MethodSpec read() {
        MethodSpec.Builder method =
                method("read", TypeName.VOID).addParameter(ownerName, "object").addParameter(OBJECTS, "into");
        for (int i = 0; i < code.size(); i++) {
            method.addStatement("into[$L] = $L", i, code.get(i).read());
        }
        return method.build();
    }

    private MethodSpec differs() {
        MethodSpec.Builder method = method("differs", TypeName.BOOLEAN)
                .addParameter(ownerName, "object")
                .addParameter(OBJECTS, "before");
        CodeBlock any = IntStream.range(0, code.size())
                .mapToObj(each -> code.get(each).differs(CodeBlock.of("before[$L]", each)))
                .collect(CodeBlock.joining("\n|| "));
        return method.addStatement("return $L", code.isEmpty() ? CodeBlock.of("false") : any)
                .build();
    }

    private static MethodSpec refused(MethodSpec.Builder method, String why) {
        return method.addStatement("throw new $T($S)", UnsupportedOperationException.class, why)
                .build();
    }

    private static MethodSpec.Builder method(String name, TypeName returns) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returns);
    }
}
