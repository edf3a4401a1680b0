package dev.azoth.vector.postgresql;

import dev.azoth.engine.Engine;
import dev.azoth.sql.Sql;
import dev.azoth.type.Types;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns, once, of versions of pgvector with bugs that damage indexes. */
final class PgvectorVersion {
    private static final Logger LOG = LoggerFactory.getLogger(PgvectorVersion.class);
    private static final List<Integer> SOUND = List.of(0, 8, 4);
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private PgvectorVersion() {}

    static void warn(Engine engine) {
        engine.transaction(connection -> connection
                        .execute(Sql.text("SELECT extversion FROM pg_extension WHERE extname = 'vector'")
                                .column("extversion", Types.TEXT))
                        .map(row -> row.get("extversion", String.class))
                        .all())
                .forEach(version -> {
                    if (isDamaging(version) && TOLD.add(version)) {
                        LOG.warn(
                                "pgvector {} can damage HNSW indexes when they are vacuumed or built in parallel, which 0.8.4 put right:"
                                        + " install it, ALTER EXTENSION vector UPDATE, and REINDEX them",
                                version);
                    }
                });
    }

    static boolean isDamaging(String version) {
        String[] parts = version.split("\\D+", -1);
        for (int i = 0; i < SOUND.size(); i++) {
            int part = i < parts.length && !parts[i].isEmpty() ? Integer.parseInt(parts[i]) : 0;
            if (part != SOUND.get(i)) {
                return part < SOUND.get(i);
            }
        }
        return false;
    }
}
