package dev.azoth.engine;

import dev.azoth.dialect.DatabaseUrl;

/**
 * Changes how engines are made, when their URL asks for it: {@code postgresql://host/db?plugin=audit}, several with commas between.
 *
 * <p>A plugin is a service: name its class in {@code META-INF/services/dev.azoth.engine.EnginePlugin}, or provide it in a module.
 */
public interface EnginePlugin {
    /** The name by which a URL asks for it. */
    String name();

    /** The URL that is connected to; parameters that are the plugin's own, and no driver knows, must be taken out. */
    default DatabaseUrl url(DatabaseUrl url) {
        return url;
    }

    /** Chooses options, before those that the program chooses; {@code url} is the one that was asked for. */
    default void options(EngineOptions options, DatabaseUrl url) {}

    /** The engine is there, and did not connect yet. */
    default void created(Engine engine) {}
}
