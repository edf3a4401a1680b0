package dev.azoth.orm.mapping.rules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** No annotation of Jakarta Persistence is passed over: each is done, or refused with the way out. */
class EveryAnnotationTest {
    private static List<Class<?>> annotations() throws IOException {
        Path jar = Path.of(
                Entity.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(each -> each.getName())
                    .filter(each -> each.matches("jakarta/persistence/\\w+\\.class"))
                    .<Class<?>>map(each -> load(each.replace('/', '.').replace(".class", "")))
                    .filter(Class::isAnnotation)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Entity.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static boolean standsOnCode(Class<?> annotation) {
        Target target = annotation.getAnnotation(Target.class);
        return target == null
                || Arrays.stream(target.value())
                        .anyMatch(each -> List.of(ElementType.TYPE, ElementType.FIELD, ElementType.METHOD)
                                .contains(each));
    }

    @Test
    void eachIsDoneOrRefusedWithTheWayOut() throws IOException {
        List<Class<?>> all = annotations();
        assertThat(all).hasSizeGreaterThan(80);
        assertThat(all.stream()
                        .filter(EveryAnnotationTest::standsOnCode)
                        .filter(each -> !each.getName().equals(Jakarta.TRANSIENT)
                                && !SupportedAnnotations.isSupported(each.getName())
                                && !Hints.has(each.getSimpleName())))
                .isEmpty();
    }
}
