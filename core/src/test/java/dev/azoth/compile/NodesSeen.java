package dev.azoth.compile;

import dev.azoth.sql.Node;
import dev.azoth.sql.Traversal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The classes of the nodes in some trees. */
final class NodesSeen extends Traversal {
    private final Set<Class<?>> classes = new HashSet<>();

    /** All classes of a module's that can be made, of one kind. */
    static List<? extends Class<?>> concrete(Class<?> kind) {
        try {
            Path root = Path.of(
                    kind.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(root)) {
                return files.map(file -> root.relativize(file).toString().replace('/', '.'))
                        .filter(name -> name.startsWith("dev.") && name.endsWith(".class"))
                        .map(name -> loaded(name.substring(0, name.length() - ".class".length())))
                        .filter(each -> kind.isAssignableFrom(each)
                                && !each.isInterface()
                                && !Modifier.isAbstract(each.getModifiers()))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, Node.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean has(Class<?> node) {
        return classes.contains(node);
    }

    @Override
    protected boolean meet(Node node) {
        classes.add(node.getClass());
        return true;
    }
}
