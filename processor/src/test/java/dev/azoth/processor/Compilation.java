package dev.azoth.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** One run of the compiler over source files. */
final class Compilation {
    private final Path output;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;

    private Compilation(Path output, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        this.output = output;
        this.diagnostics = diagnostics;
    }

    static Compilation of(Path output, List<Path> sources, Processor processor, String... options) {
        return of(output, sources, List.of(processor), options);
    }

    static Compilation of(Path output, List<Path> sources, List<Processor> processors, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(collector, Locale.ROOT, null)) {
            Files.createDirectories(output);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            List<String> all = new ArrayList<>(List.of("--release", "17", "-parameters"));
            all.addAll(List.of(options));
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, collector, all, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(processors);
            task.setLocale(Locale.ROOT);
            task.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Compilation(output, collector.getDiagnostics());
    }

    /** The sources below a folder of the test's resources. */
    static List<Path> sources(String folder) {
        try (Stream<Path> found = Files.walk(resources().resolve(folder))) {
            return found.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path resources() {
        return Path.of(System.getProperty("basedir", "."), "src/test/resources");
    }

    /** A source file written for one test. */
    static Path source(Path folder, String className, String text) {
        Path file = folder.resolve(className.replace('.', '/') + ".java");
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the compiler and the processor said: file, line, kind and text. */
    List<String> messages() {
        return diagnostics.stream()
                .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
                .map(each ->
                        (each.getSource() == null ? "" : fileName(each.getSource()) + ":" + each.getLineNumber() + ": ")
                                + each.getKind().name().toLowerCase(Locale.ROOT).replace("mandatory_", "") + ": "
                                + each.getMessage(Locale.ROOT))
                .toList();
    }

    private static String fileName(JavaFileObject file) {
        return Path.of(file.toUri()).getFileName().toString();
    }

    /** The generated sources, by the name of the file. */
    Map<String, String> generated() {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> found = Files.walk(output)) {
            for (Path each :
                    found.filter(file -> file.toString().endsWith(".java")).toList()) {
                sources.put(each.getFileName().toString(), Files.readString(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    /** The names of the classes that were compiled. */
    List<String> classNames() {
        try (Stream<Path> found = Files.walk(output)) {
            return found.filter(file -> file.toString().endsWith(".class"))
                    .map(file ->
                            output.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ClassLoader loader() {
        try {
            return new URLClassLoader(new URL[] {output.toUri().toURL()}, Compilation.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
