package dev.azoth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.type.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that tell {@code native-image} of mapped classes, in the form that its manual describes: nobody has to list entities by hand. */
class ReachabilityMetadataTest {
    private static final Set<String> FLAGS =
            Set.of("allDeclaredConstructors", "allDeclaredFields", "allDeclaredMethods");

    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder.resolve("META-INF/native-image"))) {
            return found.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void eachMappedClassHasAFileOfTheDocumentedForm() throws Exception {
        Compilation compilation = Compilation.of(folder, Compilation.sources("shop"), new AzothProcessor());
        Set<String> types = new TreeSet<>();
        for (Path each : files()) {
            assertThat(each.getFileName()).hasToString("reachability-metadata.json");
            Map<String, Object> root = Json.parse(Files.readString(each)).object();
            assertThat(root.keySet()).containsExactly("reflection");
            for (Object entry : (List<?>) Objects.requireNonNull(root.get("reflection"))) {
                types.add(check((Map<?, ?>) entry));
            }
        }
        for (String each : types) {
            assertThat(Class.forName(each, false, compilation.loader()))
                    .as(each)
                    .isNotNull();
        }
        assertThat(types)
                .contains(
                        "shop.User",
                        "base.Numbered",
                        "shop.User_",
                        "shop.User__Access",
                        "shop.Address",
                        "shop.Celsius$AsTenths",
                        "shop.Order$Status",
                        "shop.Label$Code",
                        "dev.azoth.orm.annotation.Uuid",
                        "dev.azoth.orm.annotation.Uuids");
        Golden.compare(
                "generated/native-image/shop.Order.json",
                Files.readString(folder.resolve(
                        "META-INF/native-image/dev.azoth.entities/shop.Order/reachability-metadata.json")));
    }

    private static String check(Map<?, ?> entry) {
        for (Object key : entry.keySet()) {
            if (key.equals("methods")) {
                assertThat(entry.get(key)).isEqualTo(List.of(Map.of("name", "<init>", "parameterTypes", List.of())));
            } else if (!key.equals("type")) {
                assertThat(FLAGS).contains((String) key);
                assertThat(entry.get(key)).isEqualTo(true);
            }
        }
        return (String) Objects.requireNonNull(entry.get("type"));
    }
}
