package dev.azoth.orm.mapping;

import dev.azoth.MappingException;
import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.ElementsModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.EntityModel;
import dev.azoth.orm.mapping.model.MemberModel;
import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.type.EnumType;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import jakarta.persistence.AttributeConverter;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the types that a model chose. */
final class SqlTypes {
    private final Class<?> entity;
    private final @Nullable MemberModel member;

    private SqlTypes(Class<?> entity, @Nullable MemberModel member) {
        this.entity = entity;
        this.member = member;
    }

    static SqlType<?> of(TypeModel model, MemberModel member, Class<?> entity) {
        return new SqlTypes(entity, member).type(model);
    }

    /** The type of a foreign key's column, which is the type of the key's. */
    static SqlType<?> of(TypeModel model, Class<?> entity) {
        return new SqlTypes(entity, null).type(model);
    }

    /** What the providers of an entity's types complain of. */
    static List<Problem> problems(EntityModel model, Class<?> entity) {
        List<Problem> problems = new ArrayList<>();
        collect(model.attributes(), entity, problems);
        return problems;
    }

    private static void collect(List<AttributeModel> attributes, Class<?> entity, List<Problem> problems) {
        for (AttributeModel each : attributes) {
            if (each instanceof EmbeddedModel embedded) {
                collect(embedded.attributes(), entity, problems);
            } else if (each instanceof ElementsModel elements) {
                collect(List.of(elements.element()), entity, problems);
            } else if (each instanceof ColumnModel column && column.type() instanceof TypeModel.Provided provided) {
                MemberModel member = column.member();
                try {
                    SqlType<?> type = of(provided, member, entity);
                    if (!type.javaType().getName().equals(provided.className())) {
                        throw new IllegalArgumentException("its annotation gives it a type of "
                                + type.javaType().getName() + ", not of " + provided.className());
                    }
                } catch (IllegalArgumentException e) {
                    String message = String.valueOf(e.getMessage());
                    problems.add(new Problem(member.declaringClass(), member.name(), message, Problem.Severity.ERROR));
                }
            }
        }
    }

    private SqlType<?> type(TypeModel model) {
        if (model instanceof TypeModel.Standard standard) {
            return Types.of(load(standard.className()))
                    .orElseThrow(() -> new MappingException("no type for " + standard.className()));
        } else if (model instanceof TypeModel.Text text) {
            return text.length() == 0 ? Types.TEXT : Types.VARCHAR(text.length());
        } else if (model instanceof TypeModel.Bytes bytes) {
            return bytes.length() == 0 ? Types.BLOB : Types.VARBINARY(bytes.length());
        } else if (model instanceof TypeModel.Decimal decimal) {
            return decimal.precision() == 0 ? Types.NUMERIC : Types.NUMERIC(decimal.precision(), decimal.scale());
        } else if (model instanceof TypeModel.Enumeration enumeration) {
            return enumeration(load(enumeration.className()));
        } else if (model instanceof TypeModel.Array array) {
            return Types.array(type(array.element()));
        } else if (model instanceof TypeModel.Converted converted) {
            return converted(converted);
        }
        return provided((TypeModel.Provided) model);
    }

    private Class<?> load(String className) {
        return ClassNames.load(className, entity);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the rules saw that it is an enum
    private static SqlType<?> enumeration(Class<?> javaType) {
        return EnumType.of((Class) javaType);
    }

    @SuppressWarnings("unchecked") // the rules compared the converter's classes with the member's and the base's
    private SqlType<?> converted(TypeModel.Converted model) {
        var converter = (AttributeConverter<Object, Object>) Declarations.create(load(model.converter()));
        SqlType<Object> base = (SqlType<Object>) type(model.base());
        return base.convert(
                (Class<Object>) load(model.className()),
                converter::convertToEntityAttribute,
                converter::convertToDatabaseColumn);
    }

    @SuppressWarnings("unchecked") // the annotation named the provider itself
    private SqlType<?> provided(TypeModel.Provided model) {
        var provider = (TypeProvider<Annotation>) Declarations.create(load(model.provider()));
        MemberModel annotated = Objects.requireNonNull(member, "a key has no provided type");
        Annotation annotation = Declarations.annotation(annotated, model.annotation(), entity);
        return provider.type(annotation, load(model.className()));
    }

    /** The class that a column's values have in the program, boxed. */
    static Class<?> javaType(ColumnModel column, Class<?> entity) {
        return of(column.type(), column.member(), entity).javaType();
    }
}
