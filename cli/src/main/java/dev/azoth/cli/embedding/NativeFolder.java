package dev.azoth.cli.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * A folder in the user's cache for the native code of the model's libraries.
 *
 * <p>Left alone, one of them writes 17 MB into the folder for temporary files at each start and leaves them there, and another writes into the home folder.
 */
final class NativeFolder {
    private static final String RUNTIME = "onnxruntime.native.path";

    private final ClassLoader jars;
    private final Path folder;

    NativeFolder(ClassLoader jars, Path folder) {
        this.jars = jars;
        this.folder = folder;
    }

    /** Tells the libraries where their native code is, and puts it there the first time. What the user chose in another way stays. */
    void prepare() {
        choose("DJL_CACHE_DIR", folder.toString());
        // no telemetry, and nothing fetched: all that is needed is in the jars
        choose("OPT_OUT_TRACKING", "true");
        choose("ai.djl.offline", "true");
        if (System.getProperty(RUNTIME) == null) {
            try {
                if (unpackRuntime()) {
                    System.setProperty(RUNTIME, folder.toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot write the model's native code to " + folder + ": " + e.getMessage(), e);
            }
        }
    }

    private static void choose(String property, String value) {
        if (System.getenv(property) == null && System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** False where the jar has nothing for this system; the library then says so itself. */
    private boolean unpackRuntime() throws IOException {
        Files.createDirectories(folder);
        for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String file = System.mapLibraryName(library);
            try (InputStream packed = jars.getResourceAsStream("ai/onnxruntime/native/" + system() + "/" + file)) {
                if (packed == null) {
                    return false;
                }
                unpack(packed, folder.resolve(file));
            }
        }
        return true;
    }

    /** Written beside its place and moved there, since another process may do the same right now. */
    private void unpack(InputStream packed, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path written = Files.createTempFile(folder, "unpacking", ".tmp");
        try {
            Files.copy(packed, written, StandardCopyOption.REPLACE_EXISTING);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String os = name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
        return os + "-" + (machine.contains("aarch64") || machine.contains("arm") ? "aarch64" : "x64");
    }
}
