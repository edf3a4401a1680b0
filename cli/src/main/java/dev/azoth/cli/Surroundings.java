package dev.azoth.cli;

import dev.azoth.cli.embedding.MiniLm;
import dev.azoth.cli.terminal.Terminal;

/** What every command has around it. */
record Surroundings(Terminal terminal, UserFolders folders) {
    /** The embedding model, not loaded yet. */
    MiniLm model() {
        return new MiniLm(folders.cache().resolve("native"));
    }
}
