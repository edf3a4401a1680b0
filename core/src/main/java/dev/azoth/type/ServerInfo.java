package dev.azoth.type;

import java.util.Map;
import java.util.Optional;

/**
 * What a statement's compilation may know about the server: read once when an engine first connects.
 *
 * @param dialect    the dialect's name, such as {@code postgresql}
 * @param product    the product and its version as the server says it, for messages
 * @param major      the first number of the version
 * @param minor      the second number of the version
 * @param extensions for each installed extension the schema in which its names are, where the server has extensions
 */
public record ServerInfo(String dialect, String product, int major, int minor, Map<String, String> extensions) {
    /** Takes an immutable copy of the extensions. */
    public ServerInfo {
        extensions = Map.copyOf(extensions);
    }

    /** A server without extensions. */
    public static ServerInfo of(String dialect, int major, int minor) {
        return new ServerInfo(dialect, dialect + " " + major + "." + minor, major, minor, Map.of());
    }

    /** Whether the version is this one or a later one. */
    public boolean atLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }

    /** The schema in which an extension's names are, if it is installed. */
    public Optional<String> extensionSchema(String extension) {
        return Optional.ofNullable(extensions.get(extension));
    }
}
