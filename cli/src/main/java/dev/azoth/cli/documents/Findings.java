package dev.azoth.cli.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files found below the paths that were given, and what is wrong with those paths.
 *
 * @param files    sorted by source within each path, each once
 * @param problems for each path that cannot be read the reason
 */
public record Findings(List<SourceFile> files, Map<String, String> problems) {
    /**
     * Looks below paths. Of a folder all .md, .markdown and .txt files are taken, but for hidden files and folders; links to folders are not
     * followed.
     */
    public static Findings below(List<Path> paths) {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        Map<String, String> problems = new LinkedHashMap<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                problems.put(path.toString(), "there is no such file or folder");
            } else if (Files.isDirectory(path)) {
                Walk walk = new Walk(path, problems);
                walk.found().forEach(each -> files.putIfAbsent(each.source(), each));
            } else if (SourceFile.isText(path)) {
                files.putIfAbsent(source(path, path), new SourceFile(path, source(path, path)));
            } else {
                problems.put(path.toString(), "is neither .md nor .txt");
            }
        }
        return new Findings(List.copyOf(files.values()), problems);
    }

    /**
     * The path as it was given; of one that leads elsewhere (absolute, or upwards) what is below the folder around it, so that the name does
     * not depend on where somebody stood.
     */
    private static String source(Path given, Path file) {
        Path plain = given.normalize();
        boolean elsewhere =
                plain.isAbsolute() || plain.startsWith("..") || plain.toString().isEmpty();
        Path named = file.normalize();
        if (elsewhere) {
            @Nullable Path around = given.toAbsolutePath().normalize().getParent();
            named = around == null
                    ? file.toAbsolutePath().normalize()
                    : around.relativize(file.toAbsolutePath().normalize());
        }
        return named.toString().replace('\\', '/');
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Map<String, String> problems;
        private final List<SourceFile> found = new ArrayList<>();

        Walk(Path root, Map<String, String> problems) {
            this.root = root;
            this.problems = problems;
        }

        List<SourceFile> found() {
            int before = problems.size();
            try {
                Files.walkFileTree(root, this);
            } catch (IOException e) {
                problems.put(root.toString(), String.valueOf(e.getMessage()));
            }
            if (found.isEmpty() && problems.size() == before) {
                problems.put(root.toString(), "has no .md or .txt files");
            }
            found.sort(Comparator.comparing(SourceFile::source));
            return found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && SourceFile.isText(file) && !Files.isDirectory(file)) {
                found.add(new SourceFile(file, source(root, file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.put(file.toString(), "cannot be read (" + e.getClass().getSimpleName() + ")");
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            Path name = path.getFileName();
            return !path.equals(root) && name != null && name.toString().startsWith(".");
        }
    }
}
