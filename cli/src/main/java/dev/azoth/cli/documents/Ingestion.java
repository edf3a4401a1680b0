package dev.azoth.cli.documents;

import static dev.azoth.vector.filter.Field.field;

import dev.azoth.DatabaseException;
import dev.azoth.cli.markdown.Chunker;
import dev.azoth.cli.markdown.Passage;
import dev.azoth.cli.markdown.TokenCounter;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Embedder;
import dev.azoth.vector.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings files into a collection and keeps it like them: each file's passages are replaced together, in one transaction, when its content changed.
 *
 * <p>A passage is embedded with the headings above it, since it often does not name what it is about. Its metadata are {@code source}, {@code headings},
 * {@code position} (from 0), {@code lang} and {@code hash}.
 */
public final class Ingestion {
    private final DocumentStore store;
    private final Embedder embedder;
    private final Chunker chunker;
    private final Optional<String> language;

    /**
     * An ingestion into a collection.
     *
     * @param language the language of all files; without it, each file's own is found out
     */
    public Ingestion(DocumentStore store, Embedder embedder, TokenCounter tokens, Optional<String> language) {
        this.store = store;
        this.embedder = embedder;
        this.chunker = new Chunker(tokens);
        this.language = language;
    }

    /** Ingests a file, unless the collection has it as it is. Only a lost database is thrown; all else is an outcome. */
    public Outcome ingest(SourceFile file) {
        try {
            return ingest(SourceText.of(file));
        } catch (IOException e) {
            return new Outcome.Failed(String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            return new Outcome.Failed("cannot be stored: " + e.getMessage());
        } catch (DatabaseException e) {
            return switch (e.error().kind()) {
                case DISCONNECTED, AUTHENTICATION, OPERATIONAL, INTERNAL -> throw e;
                default -> new Outcome.Failed("cannot be stored: " + e.error().message());
            };
        }
    }

    private Outcome ingest(SourceText text) {
        Filter ofThisFile = field("source").eq(text.file().source());
        Optional<Document> known = store.find(ofThisFile, 1).stream().findFirst();
        if (known.isPresent() && isCurrent(known.get(), text)) {
            return new Outcome.Unchanged();
        }
        List<Passage> passages = chunker.passages(text.sections());
        if (known.isPresent() || !passages.isEmpty()) {
            store.replaceWhere(ofThisFile, documents(text, passages));
        }
        return passages.isEmpty() ? new Outcome.Empty() : new Outcome.Ingested(passages.size(), known.isPresent());
    }

    private boolean isCurrent(Document known, SourceText text) {
        Map<String, ?> metadata = known.metadata();
        boolean sameLanguage = language.isEmpty() || language.get().equals(metadata.get("lang"));
        return text.hash().equals(metadata.get("hash")) && sameLanguage;
    }

    private List<Document> documents(SourceText text, List<Passage> passages) {
        List<float[]> vectors = embedder.embedAll(passages.stream()
                .map(each -> (each.headingPath() + "\n" + each.text()).strip())
                .toList());
        String lang = language.orElseGet(text::language);
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            Map<String, Object> metadata = Map.of(
                    "source", text.file().source(),
                    "headings", passage.headingPath(),
                    "position", passage.position(),
                    "lang", lang,
                    "hash", text.hash());
            documents.add(Document.of(passage.text(), metadata).withEmbedding(vectors.get(i)));
        }
        return documents;
    }
}
