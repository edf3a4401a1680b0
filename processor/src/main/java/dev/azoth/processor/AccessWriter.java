package dev.azoth.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.azoth.orm.access.MemberAccess;
import dev.azoth.orm.mapping.model.GeneratedNames;
import dev.azoth.orm.mapping.model.MemberModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the class that reads and writes the members of an entity or an embedded value. */
final class AccessWriter {
    private static final ClassName ACCESS = ClassName.get(MemberAccess.class);

    private final ProcessingEnvironment environment;
    private final TypeElement owner;
    private final ClassName ownerName;
    private final MemberElements elements;

    AccessWriter(ProcessingEnvironment environment, TypeElement owner) {
        this.environment = environment;
        this.owner = owner;
        this.ownerName = ClassName.get(owner);
        this.elements = new MemberElements(environment, owner);
    }

    /** The class; none where a type cannot be named beside the owner, so that handles do the work at run time. */
    Optional<JavaFile> write(List<MemberModel> members) {
        if (!canWrite(members)) {
            return Optional.empty();
        }
        String binaryName = environment.getElementUtils().getBinaryName(owner).toString();
        TypeSpec.Builder type = TypeSpec.classBuilder(GeneratedNames.simple(GeneratedNames.access(binaryName)))
                .addJavadoc("Reads and writes {@link $T}.\n", ownerName)
                .addAnnotations(GeneratedMark.annotations(environment, owner))
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(ACCESS, ownerName))
                .addOriginatingElement(owner);
        type.addField(names(members));
        boolean isRecord = owner.getKind() == ElementKind.RECORD;
        List<MemberCode> code = new ArrayList<>();
        for (MemberModel each : members) {
            code.add(new MemberCode(elements, each, code.size(), isRecord));
        }
        code.forEach(each -> each.handle().ifPresent(type::addField));
        new AccessMethods(owner, members, code).addTo(type);
        return Optional.of(JavaFile.builder(ownerName.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build());
    }

    private boolean canWrite(List<MemberModel> members) {
        return elements.canName(owner)
                && members.stream()
                        .allMatch(each -> elements.canName(elements.type(each))
                                && elements.canName(elements.erased(each))
                                && elements.canName(elements.declaring(each)));
    }

    private static FieldSpec names(List<MemberModel> members) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(List.class, String.class),
                        "MEMBERS",
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "$T.of($L)",
                        List.class,
                        members.stream()
                                .map(each -> CodeBlock.of("$S", each.name()))
                                .collect(CodeBlock.joining(", ")))
                .build();
    }
}
