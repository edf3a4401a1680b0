package dev.azoth.vector.document;

import static dev.azoth.vector.document.Texts.document;
import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.filter.Filter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * One collection with the documents of many tenants. Others leave tenants to a filter that each search has to have, and give small tenants too few results, since their index finds those of
 * large ones first.
 */
@EveryDatabase
class TenancyTest {
    private final Database db;
    private final Texts model = new Texts();
    private final DocumentStore docs;
    private final DocumentStore acme;
    private final DocumentStore zenith;

    TenancyTest(Database db) {
        this.db = db;
        docs = open(Tenancy.shared());
        acme = docs.tenant("acme");
        zenith = docs.tenant("zenith");
        acme.add(document("1", "red apple", "kind", "fruit"), document("2", "red brick", "kind", "stone"));
        zenith.add(document("1", "green apple", "kind", "fruit"), document("3", "red apple", "kind", "fruit"));
    }

    private DocumentStore open(Tenancy tenancy) {
        return DocumentStore.open(
                db.engine(),
                "docs",
                o -> o.embedder(model).tenancy(tenancy).words("english").index(VectorIndex.hnsw()));
    }

    @AfterEach
    void drop() {
        docs.drop();
    }

    private static List<String> ids(SearchResult found) {
        return found.documents().stream().map(Document::id).toList();
    }

    @Test
    void eachTenantHasIdsOfItsOwn() {
        assertThat(acme.get("1").orElseThrow().text()).isEqualTo("red apple");
        assertThat(zenith.get("1").orElseThrow().text()).isEqualTo("green apple");
        assertThat(acme.get(List.of("3", "2"))).extracting(Document::id).containsExactly("2");
        assertThatThrownBy(() -> acme.add(document("2", "again"))).isInstanceOf(IntegrityException.class);
        acme.upsert(document("1", "blue apple"));
        assertThat(zenith.get("1").orElseThrow().text()).isEqualTo("green apple");
        assertThat(acme.get("1").orElseThrow().text()).isEqualTo("blue apple");
        assertThat(acme.count()).isEqualTo(2);
    }

    @Test
    void searchesFindNothingOfOthers() {
        assertThat(ids(acme.search(Search.text("red apple")))).containsExactly("1", "2");
        assertThat(ids(acme.search(Search.text("green apple").exact()))).containsExactlyInAnyOrder("1", "2");
        assertThat(ids(zenith.search(Search.text("red apple").hybrid()))).containsExactly("3", "1");
        assertThat(ids(zenith.search(Search.text("red apple").diverse(0.5)))).containsExactly("3", "1");
        assertThat(ids(zenith.search(
                        Search.text("brick").hybrid().where(field("kind").eq("stone")))))
                .isEmpty();
        assertThat(docs.tenant("nobody").search(Search.text("red apple")).hits())
                .isEmpty();
        assertThat(acme.measureRecall(2, 10).searches()).isEqualTo(2);
    }

    @Test
    void changesChangeNothingOfOthers() {
        assertThat(acme.count(field("kind").eq("fruit"))).isOne();
        assertThat(acme.delete("1", "3")).isOne();
        assertThat(acme.delete(field("kind").eq("fruit"))).isZero();
        assertThat(acme.replaceWhere(Filter.all(List.of()), List.of(document("9", "nine"))))
                .isOne();
        assertThat(acme.synchronize(Filter.all(List.of()), List.of(document("9", "nine", "kind", "number"))))
                .isEqualTo(new Synchronized(0, 0, 1, 0, 0));
        assertThat(acme.find(Filter.all(List.of()))).extracting(Document::id).containsExactly("9");
        assertThat(zenith.find(Filter.all(List.of()), 5))
                .extracting(Document::id)
                .containsExactly("1", "3");
        docs.dropTenant("acme");
        assertThat(acme.count()).isZero();
        assertThat(zenith.count()).isEqualTo(2);
    }

    @Test
    void noDocumentIsReachedWithoutSayingWhose() {
        String message =
                "the collection docs has tenants: store.tenant(…) is the store of one, which this is to be done with";
        assertThatThrownBy(() -> docs.add(document("x", "x")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> docs.search(Search.text("x"))).hasMessage(message);
        assertThatThrownBy(docs::count).hasMessage(message);
        assertThatThrownBy(() -> docs.delete(Filter.all(List.of()))).hasMessage(message);
        assertThatThrownBy(() -> DocumentStore.open(db.engine(), "docs", o -> o.embedder(model)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the collection docs has tenants: open it with tenancy(…), as it was made with");
        DocumentStore plain = DocumentStore.open(db.engine(), "plain", o -> o.embedder(model));
        assertThatThrownBy(() -> plain.tenant("acme"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the collection plain has no tenants: open it with tenancy(…), say Tenancy.shared()");
        assertThatThrownBy(() -> DocumentStore.open(
                        db.engine(), "plain", o -> o.embedder(model).tenancy(Tenancy.shared())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "the collection plain was made without tenants: open it without tenancy(…), or another collection");
        plain.drop();
        assertThatThrownBy(() -> docs.tenant(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the name of a tenant has from 1 to 200 characters, and this one has 0");
    }

    @Test
    void tenantsOfAllNamesAreKeptApartInEveryLayout() {
        for (Tenancy tenancy : List.of(Tenancy.shared(), Tenancy.indexed(), Tenancy.partitioned())) {
            DocumentStore store = DocumentStore.open(
                    db.engine(),
                    "named",
                    o -> o.embedder(model).tenancy(tenancy).index(VectorIndex.hnsw()));
            List<String> names = List.of("Acme", "acme", "acme ", "o'x\\'; --:a ?", "😀", "t".repeat(200));
            for (String name : names) {
                store.addTenant(name);
                store.addTenant(name);
                store.tenant(name).add(document("id", name + " document"));
            }
            for (String name : names) {
                assertThat(store.tenant(name)
                                .search(Search.text("document").topK(3))
                                .documents())
                        .extracting(Document::text)
                        .containsExactly(name + " document");
                store.dropTenant(name);
                assertThat(tenancy.layout() == Tenancy.Layout.PARTITIONED
                                || store.tenant(name).count() == 0)
                        .isTrue();
            }
            store.drop();
        }
    }

    @Test
    void aTransactionOfTheCallersMayBeAboutSeveral() {
        db.engine().begin(connection -> {
            DocumentStore here = docs.in(connection);
            here.tenant("acme").delete("1");
            here.tenant("zenith").delete("3");
            assertThat(here.tenant("zenith").count()).isOne();
            connection.rollback();
        });
        assertThat(acme.count() + zenith.count()).isEqualTo(4);
    }

    @Test
    void rowSecurityIsRefusedWhereThereIsNone() {
        if (!db.name().equals("postgresql")) {
            assertThatThrownBy(() -> DocumentStore.open(
                            db.engine(),
                            "secured",
                            o -> o.embedder(model).tenancy(Tenancy.shared().withRowSecurity())))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage(
                            "row security for the collection secured is asked for, which PostgreSQL alone has: leave withRowSecurity() out,"
                                    + " and each statement still says whose documents it means");
        }
    }
}
