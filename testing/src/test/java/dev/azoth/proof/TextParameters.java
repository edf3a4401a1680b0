package dev.azoth.proof;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The public methods of core's packages for users that take a text, or texts; those of dialects are written by who writes SQL. */
final class TextParameters {
    private static final Set<String> PACKAGES =
            Set.of("dev.azoth.sql", "dev.azoth.schema", "dev.azoth.type", "dev.azoth.engine", "dev.azoth.inspect");

    private TextParameters() {}

    /** Each as {@code Class.method(Parameter,Parameter)}; constructors are called {@code new}. */
    static Set<String> all() throws IOException, URISyntaxException {
        Class<?> anchor = dev.azoth.sql.Sql.class;
        Path root = Path.of(
                anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(root)) {
            return in(root, anchor);
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) { // in a build that packages first
            return in(jar.getPath("/"), anchor);
        }
    }

    private static Set<String> in(Path root, Class<?> anchor) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.map(file -> root.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.startsWith("dev.") && name.endsWith(".class"))
                    .map(name -> loaded(name.substring(0, name.length() - ".class".length()), anchor))
                    .filter(TextParameters::isForUsers)
                    .forEach(each -> executables(each).forEach(executable -> found.add(named(executable))));
        }
        return found;
    }

    private static Class<?> loaded(String name, Class<?> anchor) {
        try {
            return Class.forName(name, false, anchor.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isForUsers(Class<?> candidate) {
        boolean isPublic = true;
        for (Class<?> each = candidate; each != null; each = each.getDeclaringClass()) {
            isPublic &= Modifier.isPublic(each.getModifiers());
        }
        return isPublic && !candidate.isEnum() && PACKAGES.contains(candidate.getPackageName());
    }

    private static List<Executable> executables(Class<?> of) {
        List<Executable> all = new ArrayList<>(Arrays.asList(of.getMethods()));
        all.addAll(Arrays.asList(of.getConstructors()));
        return all.stream()
                // what a public class has of one that is not public, it has as a bridge
                .filter(each -> (!each.isSynthetic() || (each instanceof Method method && method.isBridge()))
                        && each.getDeclaringClass().getPackageName().startsWith("dev.azoth"))
                .filter(each -> Arrays.stream(each.getGenericParameterTypes())
                        .anyMatch(type -> type.getTypeName()
                                .replaceAll("Expression<(\\? extends )?java.lang.String>", "")
                                .contains("java.lang.String")))
                .toList();
    }

    private static String named(Executable executable) {
        StringJoiner parameters = new StringJoiner(",", "(", ")");
        Arrays.stream(executable.getParameterTypes()).forEach(type -> parameters.add(type.getSimpleName()));
        String name = executable instanceof Constructor ? "new" : executable.getName();
        return executable.getDeclaringClass().getSimpleName() + "." + name + parameters;
    }
}
