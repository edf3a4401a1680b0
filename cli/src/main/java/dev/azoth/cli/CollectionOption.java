package dev.azoth.cli;

import picocli.CommandLine.Option;

/** The option of a command that works on a collection. */
final class CollectionOption {
    @Option(
            names = {"-c", "--collection"},
            paramLabel = "NAME",
            defaultValue = "documents",
            description = "The collection: a table of its own. Default: ${DEFAULT-VALUE}.")
    private String name = "documents";

    String name() {
        return name;
    }
}
