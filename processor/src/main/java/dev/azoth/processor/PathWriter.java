package dev.azoth.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.GeneratedNames;
import dev.azoth.sql.NamedFrom;
import java.util.Locale;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the class by which statements name an entity and its attributes. */
final class PathWriter {
    private static final ClassName PATH = ClassName.get(EntityPath.class);
    private static final ClassName NAMED = ClassName.get(NamedFrom.class);

    private final ProcessingEnvironment environment;
    private final TypeElement entity;
    private final EntityModel model;
    private final ClassName name;
    private final ClassName entityName;

    PathWriter(ProcessingEnvironment environment, TypeElement entity, EntityModel model, String suffix) {
        this.environment = environment;
        this.entity = entity;
        this.model = model;
        this.entityName = ClassName.get(entity);
        this.name = ClassName.get(
                entityName.packageName(), GeneratedNames.simple(GeneratedNames.path(model.className(), suffix)));
    }

    JavaFile write() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addJavadoc("{@link $T} in statements.\n", entityName)
                .addAnnotations(GeneratedMark.annotations(environment, entity))
                .addModifiers(GeneratedMark.modifiers(entity))
                .superclass(ParameterizedTypeName.get(PATH, entityName))
                .addOriginatingElement(entity);
        type.addField(FieldSpec.builder(name, constantName(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The entity under the name of its own table.\n")
                .initializer("new $T()", name)
                .build());
        new AttributeWriter(environment, entity, entityName).write(type, model.attributes(), "");
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addStatement("super($T.class)", entityName)
                .build());
        type.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(name, "original")
                .addParameter(NAMED, "from")
                .addStatement("super(original, from)")
                .build());
        type.addMethod(derived("as", ClassName.get(String.class), "alias", "named(alias)"));
        type.addMethod(derived("from", NAMED, "source", "source"));
        return JavaFile.builder(entityName.packageName(), type.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private MethodSpec derived(String method, ClassName parameterType, String parameter, String from) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(parameterType, parameter)
                .addStatement("return new $T(this, " + from + ")", name)
                .build();
    }

    /** The entity's simple name with a small first letter; with a line below where that is a word of Java's or an attribute's name. */
    private String constantName() {
        String simple = entity.getSimpleName().toString();
        String small = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
        boolean taken = SourceVersion.isKeyword(small)
                || model.attributes().stream()
                        .anyMatch(each -> each.member().name().equals(small));
        return taken ? small + "_" : small;
    }
}
