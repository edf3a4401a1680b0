package dev.azoth.cli;

import dev.azoth.cli.documents.Findings;
import dev.azoth.cli.documents.Ingestion;
import dev.azoth.cli.documents.Outcome;
import dev.azoth.cli.documents.SourceFile;
import dev.azoth.cli.documents.Tally;
import dev.azoth.cli.embedding.MiniLm;
import dev.azoth.cli.terminal.Progress;
import dev.azoth.engine.Engine;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.DocumentStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code azoth ingest}. */
@Command(
        name = "ingest",
        description = {
            "Puts the passages of Markdown and text files into a collection, to be found with azoth search.",
            "",
            "A file that was ingested before is skipped if it is the same, and replaced if it changed.",
            ""
        })
final class IngestCommand implements Callable<Integer> {
    /** The model is made for English, and so is the index of words. */
    static final String LANGUAGE_OF_WORDS = "english";

    private final Surroundings around;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Mixin
    private CollectionOption collection = new CollectionOption();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description =
                    "The language of the files, such as en. Default: found out for each, from its front matter, its name (guide.de.md) or its words.")
    private @Nullable String language;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files (.md, .txt), and folders with such files.")
    private List<Path> paths = List.of();

    IngestCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() {
        Findings found = Findings.below(paths);
        Tally tally = new Tally();
        found.problems().forEach((path, reason) -> {
            around.terminal().complain(path + ": " + reason);
            tally.add(new Outcome.Failed(reason));
        });
        if (!found.files().isEmpty()) {
            ingest(found.files(), tally);
        }
        around.terminal().line(tally.toString());
        return tally.hasFailures() ? 1 : 0;
    }

    private void ingest(List<SourceFile> files, Tally tally) {
        try (Engine engine = database.connect(around);
                MiniLm model = around.model()) {
            DocumentStore store = DocumentStore.open(
                    engine,
                    collection.name(),
                    options -> options.embedder(model).words(LANGUAGE_OF_WORDS).index(VectorIndex.hnsw()));
            Ingestion ingestion = new Ingestion(store, model, model, Optional.ofNullable(language));
            try (Progress progress = new Progress(around.terminal(), files.size())) {
                for (SourceFile file : files) {
                    progress.working(file.source());
                    Outcome outcome = ingestion.ingest(file);
                    tally.add(outcome);
                    if (outcome instanceof Outcome.Failed failed) {
                        progress.failed(file.source(), failed.reason());
                    } else {
                        progress.step(file.source(), outcome.text());
                    }
                }
            }
        }
    }
}
