package dev.azoth.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The folders that are the command's own in a user's home, where the XDG Base Directory Specification says. */
public final class UserFolders {
    private final Map<String, String> environment;
    private final Path home;

    UserFolders(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.home = home;
    }

    /** Those of the user who runs the command. */
    public static UserFolders ofSystem() {
        return new UserFolders(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** For what is to stay. */
    public Path data() {
        return folder("XDG_DATA_HOME", ".local/share");
    }

    /** For what can be made again. */
    public Path cache() {
        return folder("XDG_CACHE_HOME", ".cache");
    }

    private Path folder(String variable, String otherwise) {
        @Nullable String set = environment.get(variable);
        // the specification wants a relative one ignored
        boolean usable = set != null && Path.of(set).isAbsolute();
        return (usable ? Path.of(set) : home.resolve(otherwise)).resolve("azoth");
    }

    /** The URL of a SQLite file. */
    static String sqliteUrl(Path file) {
        String path = file.toAbsolutePath().toString().replace('\\', '/');
        String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("+", "%20");
        return "sqlite:///" + encoded;
    }
}
