package dev.azoth.vector.postgresql;

import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.engine.Connection;
import dev.azoth.sql.Sql;
import dev.azoth.testing.Database;
import dev.azoth.testing.OnDatabase;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.document.Document;
import dev.azoth.vector.document.DocumentStore;
import dev.azoth.vector.document.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A search by meaning and by words is one statement, which both indexes serve. */
@OnDatabase("postgresql")
class HybridIndexTest {
    private static final String NEAR = "(SELECT docs.number, NULL AS rank FROM docs"
            + " ORDER BY docs.embedding OPERATOR(\"public\".<=>) ? LIMIT ?)";
    private static final String FOUND = "(SELECT docs.number, ts_rank(to_tsvector('english', docs.content),"
            + " websearch_to_tsquery('english', ?)) AS rank FROM docs"
            + " WHERE (to_tsvector('english', docs.content) @@ websearch_to_tsquery('english', ?))"
            + " ORDER BY ts_rank(to_tsvector('english', docs.content), websearch_to_tsquery('english', ?)) DESC,"
            + " docs.number LIMIT ?)";

    private final Database db;

    HybridIndexTest(Database db) {
        this.db = db;
    }

    @Test
    void bothIndexesServeOneStatement() {
        DocumentStore docs = DocumentStore.open(
                db.engine(), "docs", o -> o.dimensions(8).words("english").index(VectorIndex.hnsw()));
        Random random = new Random(3);
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            float[] vector = new float[8];
            for (int k = 0; k < 8; k++) {
                vector[k] = (float) random.nextGaussian();
            }
            all.add(Document.of("the running text of number w" + i, Map.of("n", i % 100))
                    .withEmbedding(vector));
        }
        docs.add(all);
        db.engine().begin(connection -> connection.execute(Sql.text("ANALYZE docs")));
        Search search = Search.vector(all.get(7).embedding().orElseThrow()).hybrid("w42");

        db.statements().clear();
        assertThat(docs.search(search).documents().stream().map(Document::text))
                .hasSize(10)
                .contains("the running text of number w42", "the running text of number w7");
        List<String> sent = db.statements().sql();
        assertThat(sent).hasSize(2).first().asString().contains("set_config('hnsw.ef_search'");
        assertThat(sent.get(1))
                .isEqualTo("SELECT docs.id, docs.metadata, docs.content,"
                        + " docs.embedding OPERATOR(\"public\".<=>) ? AS distance, either.rank AS rank FROM docs JOIN ("
                        + NEAR + " UNION ALL " + FOUND + ") AS either ON either.number = docs.number");
        String plan = plan(sent.get(1));
        assertThat(plan).contains("docs_hnsw").contains("docs_words");

        assertThat(docs.search(search.where(field("n").eq(42))).documents())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.metadata()).containsEntry("n", 42L));
        assertThat(docs.search(search.hybrid("run")).documents()).hasSize(10); // running, by its stem
    }

    private String plan(String sql) {
        String explained = "EXPLAIN " + sql;
        for (String value :
                List.of("'[1,2,3,4,5,6,7,8]'", "'[1,2,3,4,5,6,7,8]'", "40", "'w42'", "'w42'", "'w42'", "40")) {
            explained = explained.replaceFirst("\\?", value);
        }
        try (Connection connection = db.engine().connect()) {
            return connection.execute(Sql.text(explained)).all().toString();
        }
    }
}
