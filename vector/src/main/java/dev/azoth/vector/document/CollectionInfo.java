package dev.azoth.vector.document;

import dev.azoth.type.Json;
import dev.azoth.vector.Metric;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a collection beside its documents, as it was written when the collection was made.
 *
 * @param name       its name, that of its table
 * @param dimensions those of its vectors
 * @param metric     what nearness is
 * @param model      the {@linkplain Embedder#model() model} that made its vectors; empty where none was told
 * @param properties what its maker says of it: a JSON object
 * @param created    when it was made; empty for one that older versions made
 */
public record CollectionInfo(
        String name,
        int dimensions,
        Metric metric,
        Optional<String> model,
        Json properties,
        Optional<Instant> created) {}
