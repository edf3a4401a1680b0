package dev.azoth.processor;

import com.palantir.javapoet.TypeSpec;
import dev.azoth.orm.mapping.model.AttributeModel;
import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.EmbeddedModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.TableModel;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.orm.mapping.rules.MappingRules;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.TypeView;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/**
 * Says what the mapping of a class looks up by name at run time, for GraalVM's {@code native-image}, which leaves out of a program what nothing names: the class and
 * those that it extends, what gives columns their types and values, and the classes that the processor wrote.
 *
 * <p>There is a file for each class, so that a class which is compiled again by itself leaves the others' alone.
 */
final class ReachabilityMetadata {
    private static final String CONSTRUCTOR = "\"methods\": [{\"name\": \"<init>\", \"parameterTypes\": []}]";
    private static final String FIELDS = "\"allDeclaredFields\": true";
    private static final String METHODS = "\"allDeclaredMethods\": true";
    private static final String ALL = "\"allDeclaredConstructors\": true, " + FIELDS + ", " + METHODS;

    private final Map<String, String> entries = new TreeMap<>();
    private final ClassView mapped;

    ReachabilityMetadata(ClassView mapped, List<AttributeModel> attributes, Optional<String> keyClass) {
        this.mapped = mapped;
        for (Optional<ClassView> each = Optional.of(mapped);
                each.isPresent();
                each = each.get().superclass()) {
            entries.put(each.get().name(), ALL);
            interfaces(each.get());
        }
        keyClass.ifPresent(each -> entries.put(each, ALL));
        MappingRules.naming(mapped).ifPresent(each -> entries.putIfAbsent(each, CONSTRUCTOR));
        types(attributes);
    }

    /** Their methods say what members are mapped to. */
    private void interfaces(ClassView type) {
        for (TypeView each : type.interfaces()) {
            each.asClass().filter(it -> !it.name().startsWith("java.")).ifPresent(it -> {
                entries.putIfAbsent(it.name(), METHODS);
                interfaces(it);
            });
        }
    }

    private void types(List<AttributeModel> attributes) {
        for (AttributeModel each : attributes) {
            if (each instanceof ColumnModel column) {
                type(column.type());
                if (column.generation() instanceof Generation.Made made) {
                    entries.putIfAbsent(made.generator(), CONSTRUCTOR);
                    entries.putIfAbsent(made.annotation(), ALL);
                }
            } else if (each instanceof EmbeddedModel embedded) {
                entries.put(embedded.className(), ALL);
                types(embedded.attributes());
            }
        }
    }

    private void type(TypeModel type) {
        if (type instanceof TypeModel.Enumeration enumeration) {
            entries.putIfAbsent(enumeration.className(), ALL);
        } else if (type instanceof TypeModel.Converted converted) {
            entries.putIfAbsent(converted.converter(), CONSTRUCTOR);
            type(converted.base());
        } else if (type instanceof TypeModel.Provided provided) {
            entries.putIfAbsent(provided.provider(), CONSTRUCTOR);
            entries.putIfAbsent(provided.annotation(), ALL);
        } else if (type instanceof TypeModel.Array array) {
            type(array.element());
        }
    }

    /** What makes indexes is called for when the tables are. */
    void indexes(List<TableModel.IndexModel> indexes) {
        indexes.forEach(index -> index.made().ifPresent(made -> {
            entries.putIfAbsent(made.provider(), CONSTRUCTOR);
            entries.putIfAbsent(made.annotation(), ALL);
        }));
    }

    /** A class that the processor wrote: the one that reads and writes members is made, and expressions of SQL ask for the constant of the other. */
    void generated(String packageName, TypeSpec type) {
        String name = packageName.isEmpty() ? type.name() : packageName + "." + type.name();
        entries.put(
                name,
                type.fieldSpecs().stream().anyMatch(each -> each.name().equals("MEMBERS")) ? CONSTRUCTOR : FIELDS);
    }

    /** The file, with a line for each class. */
    private String json() {
        return entries.entrySet().stream()
                .map(each -> "    {\"type\": \"" + each.getKey() + "\", " + each.getValue() + "}")
                .collect(Collectors.joining(",\n", "{\n  \"reflection\": [\n", "\n  ]\n}\n"));
    }

    /** Writes the file where {@code native-image} looks for it. */
    void write(Filer filer, Element origin) throws IOException {
        String file = "META-INF/native-image/dev.azoth.entities/" + mapped.name() + "/reachability-metadata.json";
        try (Writer out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", file, origin)
                .openWriter()) {
            out.write(json());
        }
    }
}
