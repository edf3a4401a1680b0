package dev.azoth.cli.demo;

import static dev.azoth.vector.filter.Field.field;

import dev.azoth.cli.documents.Findings;
import dev.azoth.cli.documents.HitText;
import dev.azoth.cli.documents.Ingestion;
import dev.azoth.cli.documents.Outcome;
import dev.azoth.cli.documents.SourceFile;
import dev.azoth.cli.documents.Tally;
import dev.azoth.cli.embedding.MiniLm;
import dev.azoth.cli.terminal.Progress;
import dev.azoth.cli.terminal.Style;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import dev.azoth.vector.document.SearchResult;
import dev.azoth.vector.filter.Filter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The project's own manual, found by what it means. */
final class ManualPart {
    private static final int LINES = 8;

    private final Stage stage;
    private final MiniLm model;
    private final Path manual;
    private final String collection;

    private record Question(String text, Filter where, String condition) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question(
                    "What happens when something lazy is used after its session was closed?",
                    field("lang").eq("en").and(field("source").like("docs/orm/%")),
                    "lang = en, source like docs/orm/%"),
            new Question(
                    "How do I insert a row, or change it if it is there already?",
                    field("lang").eq("en"),
                    "lang = en"),
            new Question(
                    "How can I read more rows than fit into memory?",
                    field("lang").eq("en").and(field("source").ne("docs/quickstart.md")),
                    "lang = en, source not docs/quickstart.md"));

    ManualPart(Stage stage, MiniLm model, Path manual, String collection) {
        this.stage = stage;
        this.model = model;
        this.manual = manual;
        this.collection = collection;
    }

    /** Whether all files could be ingested. */
    boolean play() {
        stage.part(4, "A manual that answers");
        stage.say("The Markdown files of docs/ are cut into passages, each is turned into a vector of "
                + model.dimensions() + " numbers by " + MiniLm.NAME
                + " in this process, and stored beside its text and metadata. Here is the SQL for the first file.");
        DocumentStore store = DocumentStore.open(
                stage.engine(), collection, options -> options.embedder(model).index(VectorIndex.hnsw()));
        boolean complete = ingest(store);
        for (int i = 0; i < QUESTIONS.size(); i++) {
            ask(store, QUESTIONS.get(i));
        }
        return complete;
    }

    private boolean ingest(DocumentStore store) {
        Findings found = Findings.below(List.of(manual));
        long began = System.nanoTime();
        Tally tally = new Tally();
        Ingestion ingestion = new Ingestion(store, model, model, Optional.empty());
        try (Progress progress = new Progress(stage.terminal(), found.files().size())) {
            for (SourceFile file : found.files()) {
                Outcome outcome = ingestion.ingest(file);
                tally.add(outcome);
                stage.echo().mute(true);
                if (outcome instanceof Outcome.Failed failed) {
                    progress.failed(file.source(), failed.reason());
                } else {
                    progress.step(file.source(), outcome.text());
                }
            }
            stage.echo().mute(true);
            if (found.problems().isEmpty()) {
                forget(store, found.files());
            }
        } finally {
            stage.echo().mute(false);
        }
        found.problems().forEach((path, reason) -> {
            stage.terminal().complain(path + ": " + reason);
            tally.add(new Outcome.Failed(reason));
        });
        stage.terminal()
                .line(stage.terminal().style(Style.GREEN, "  ✓ ")
                        + tally
                        + String.format(Locale.ROOT, " in %.1f s", (System.nanoTime() - began) / 1e9));
        return !tally.hasFailures();
    }

    /** Passages of files that are gone, since the demo was played before, would be found in place of others. */
    private static void forget(DocumentStore store, List<SourceFile> there) {
        store.delete(
                field("source").notIn(there.stream().map(SourceFile::source).toList()));
    }

    private void ask(DocumentStore store, Question question) {
        stage.terminal().line();
        stage.terminal().line(stage.terminal().style(Style.BOLD, "“" + question.text() + "”"));
        stage.terminal().line("where " + question.condition());
        SearchResult result = store.search(
                Search.text(question.text()).where(question.where()).topK(2));
        stage.terminal().line();
        new HitText(stage.terminal(), LINES).print(result.hits());
    }
}
