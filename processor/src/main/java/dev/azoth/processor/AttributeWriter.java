package dev.azoth.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.azoth.orm.ElementCollection;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.QueryAttribute;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.ToOne;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.ExpressionModel;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.model.ToManyModel;
import dev.azoth.orm.mapping.model.ToOneModel;
import dev.azoth.sql.ColumnReference;
import dev.azoth.sql.Expression;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Writes a field for each attribute: a column, a relationship, a collection of values, or, for an embedded value, an object with a field for each of its columns. */
final class AttributeWriter {
    private static final ClassName COLUMN = ClassName.get(ColumnReference.class);
    private static final ClassName TO_ONE = ClassName.get(ToOne.class);
    private static final ClassName TO_MANY = ClassName.get(ToMany.class);

    private static final ClassName ELEMENTS = ClassName.get(ElementCollection.class);
    private static final ClassName EXPRESSION = ClassName.get(Expression.class);
    private static final ClassName QUERY_ATTRIBUTE = ClassName.get(QueryAttribute.class);

    /** Methods of paths: an attribute of such a name is asked for by it. */
    private static final Set<String> TAKEN =
            Arrays.stream(EntityPath.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

    private final ProcessingEnvironment environment;
    private final MemberElements members;
    private final TypeName entity;

    AttributeWriter(ProcessingEnvironment environment, TypeElement owner, TypeName entity) {
        this.environment = environment;
        this.members = new MemberElements(environment, owner);
        this.entity = entity;
    }

    void write(TypeSpec.Builder type, List<AttributeModel> attributes, String prefix) {
        Set<String> names = new HashSet<>();
        for (AttributeModel each : attributes) {
            if (!names.add(each.member().name())) {
                continue; // an error was reported
            }
            if (each instanceof EmbeddedModel embedded) {
                embedded(type, embedded, prefix);
            } else if (each instanceof ToOneModel) {
                relationship(type, each.member(), members.value(each.member()), TO_ONE, "toOne");
            } else if (each instanceof ToManyModel) {
                TypeMirror target = MemberElements.argument(members.type(each.member()));
                relationship(type, each.member(), target, TO_MANY, "toMany");
            } else if (each instanceof ElementsModel) {
                TypeMirror value = MemberElements.argument(members.type(each.member()));
                relationship(type, each.member(), value, ELEMENTS, "elements");
            } else if (each instanceof ColumnModel column && column.expression().isPresent()) {
                expression(type, each.member(), column.expression().get());
            } else {
                column(type, each.member(), prefix);
            }
        }
    }

    private void column(TypeSpec.Builder type, MemberModel member, String prefix) {
        TypeMirror value = members.value(member);
        TypeName valueName = members.canName(value) ? TypeName.get(value) : WildcardTypeName.subtypeOf(Object.class);
        type.addField(field(ParameterizedTypeName.get(COLUMN, valueName), member)
                .initializer("attribute($S)", prefix + member.name())
                .build());
    }

    /** A method, since the expression may need the paths of other entities, which are being made; or a field, for what a query gives. */
    private void expression(TypeSpec.Builder type, MemberModel member, ExpressionModel expression) {
        TypeMirror value = members.value(member);
        TypeName valueName = members.canName(value) ? TypeName.get(value) : WildcardTypeName.subtypeOf(Object.class);
        if (expression.isOfQuery()) {
            type.addField(field(ParameterizedTypeName.get(QUERY_ATTRIBUTE, entity, valueName), member)
                    .initializer("queryAttribute($S)", member.name())
                    .build());
        } else if (!TAKEN.contains(member.name())) {
            type.addMethod(MethodSpec.methodBuilder(member.name())
                    .addJavadoc("What {@code $L} is read from.\n", member.name())
                    .addModifiers(Modifier.PUBLIC)
                    .returns(ParameterizedTypeName.get(EXPRESSION, valueName))
                    .addStatement("return expression($S)", member.name())
                    .build());
        }
    }

    private void relationship(
            TypeSpec.Builder type, MemberModel member, TypeMirror target, ClassName kind, String method) {
        // What cannot be named here is asked for by name, as without the processor
        if (members.canName(target) && !MemberElements.isGeneric(target)) {
            TypeName targetName = TypeName.get(target);
            type.addField(field(ParameterizedTypeName.get(kind, entity, targetName), member)
                    .initializer("$L($S, $T.class)", method, member.name(), targetName)
                    .build());
        }
    }

    private void embedded(TypeSpec.Builder type, EmbeddedModel model, String prefix) {
        MemberModel member = model.member();
        String name = member.name();
        String columns = Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Columns";
        TypeElement value = (TypeElement) ((DeclaredType) members.type(member)).asElement();
        TypeSpec.Builder inner = TypeSpec.classBuilder(columns)
                .addJavadoc("The columns of {@code $L}.\n", prefix + name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        new AttributeWriter(environment, value, entity).write(inner, model.attributes(), prefix + name + ".");
        type.addField(field(ClassName.bestGuess(columns), member)
                .initializer("new $L()", columns)
                .build());
        type.addType(inner.build());
    }

    private static FieldSpec.Builder field(TypeName type, MemberModel member) {
        return FieldSpec.builder(type, member.name(), Modifier.PUBLIC, Modifier.FINAL);
    }
}
