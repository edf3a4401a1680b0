package dev.azoth.vector.document;

import static dev.azoth.sql.Sql.select;
import static dev.azoth.vector.filter.Field.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.IntegrityException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Engine;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.type.Types;
import dev.azoth.vector.filter.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ids are what the program's are: stores of others take UUIDs alone, or text alone, and have one table for the ids of all collections. */
@EveryDatabase
class IdTypeTest {
    private static final IdType<Integer> OCTAL =
            IdType.of(Types.INTEGER, Integer::toOctalString, text -> Integer.parseInt(text, 8));

    private final Engine engine;

    IdTypeTest(Database db) {
        this.engine = db.engine();
    }

    private DocumentStore open(String name, IdType<?> ids) {
        return DocumentStore.open(engine, name, o -> o.dimensions(2).ids(ids));
    }

    private static Document document(String text) {
        return Document.of(text, Map.of("text", text)).withEmbedding(new float[] {1, text.length()});
    }

    @Test
    void uuidsAreStoredAndFoundAsSuch() {
        DocumentStore docs = open("uuids", IdType.UUID);
        UUID id = UUID.fromString("6f8b4c1e-0000-4000-8000-00000000ABCD");
        docs.add(document("one").withId(IdType.UUID, id), document("by chance"));
        assertThat(docs.get(id.toString().toUpperCase(Locale.ROOT))
                        .orElseThrow()
                        .id(IdType.UUID))
                .isEqualTo(id);
        assertThat(docs.search(Search.vector(new float[] {1, 3}).topK(1)).documents())
                .extracting(each -> each.id(IdType.UUID))
                .containsExactly(id);
        assertThat(docs.find(field("text").eq("by chance")).get(0).id(IdType.UUID))
                .isNotEqualTo(id);
        docs.upsert(document("two").withId(id.toString().toUpperCase(Locale.ROOT)));
        assertThat(docs.get(id.toString())).get().extracting(Document::text).isEqualTo("two");
        assertThat(docs.count()).isEqualTo(2);
        assertThat(docs.delete(IdType.UUID.texts(List.of(id, UUID.randomUUID()))))
                .isEqualTo(1);
    }

    @Test
    void numbersAreNumbersInTheirColumn() {
        DocumentStore docs = open("numbers", IdType.NUMBER);
        docs.add(IntStream.of(10, 9, -1, 2_000_000_000)
                .mapToObj(i -> document("n" + i).withId(IdType.NUMBER, i * 10L)));
        assertThat(docs.get(List.of("090", "-10", "7", "20000000000")))
                .extracting(Document::text)
                .containsExactly("n9", "n-1", "n2000000000");
        List<String> sorted = engine.transaction(connection -> connection
                .execute(select(docs.table().id).orderBy(docs.table().id))
                .all());
        assertThat(sorted).containsExactly("-10", "90", "100", "20000000000");
        assertThatThrownBy(() -> docs.add(document("again").withId("0090"))).isInstanceOf(IntegrityException.class);
        docs.upsert(document("first").withId("7"), document("last").withId("07"));
        assertThat(docs.get("7")).get().extracting(Document::text).isEqualTo("last");
        assertThat(docs.synchronize(
                        Filter.all(List.of()), List.of(document("last").withId("0007"))))
                .isEqualTo(new Synchronized(0, 0, 0, 1, 4));
    }

    @Test
    void anyTypeThatHasATextWillDo() {
        DocumentStore docs = open("octal", OCTAL);
        docs.add(document("eight").withId(OCTAL, 8), document("nine").withId(OCTAL, 9));
        assertThat(docs.get("10")).get().extracting(Document::text).isEqualTo("eight");
        assertThat(docs.get(OCTAL.texts(List.of(9, 8))))
                .extracting(each -> each.id(OCTAL))
                .containsExactly(9, 8);
    }

    /** Langchain-postgres has one table for all collections, where the same id in another collection overwrites the row. */
    @Test
    void theSameIdInTwoCollectionsIsOfTwoDocuments() {
        DocumentStore one = open("first_of_two", IdType.NUMBER);
        DocumentStore two = open("second_of_two", IdType.NUMBER);
        one.upsert(document("one").withId("1"));
        two.upsert(document("two").withId("1"));
        assertThat(one.get("1")).get().extracting(Document::text).isEqualTo("one");
        assertThat(two.get("1")).get().extracting(Document::text).isEqualTo("two");
    }

    @Test
    void whatIsNoIdIsRefused() {
        DocumentStore docs = open("refusing", IdType.NUMBER);
        String message = "the collection refusing: ids of type BIGINT are wanted, and \"seven\" is none";
        assertThatThrownBy(() -> docs.add(document("x").withId("seven"))).hasMessage(message);
        assertThatThrownBy(() -> docs.get("seven")).hasMessage(message);
        assertThatThrownBy(() -> docs.delete("seven")).hasMessage(message);
        assertThat(docs.count()).isZero();
    }

    @Test
    void aCollectionIsOpenedWithTheIdsThatItWasMadeWith() {
        open("made", IdType.NUMBER);
        assertThatThrownBy(() -> DocumentStore.open(engine, "made", o -> o.dimensions(2)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageStartingWith("made.id is ")
                .hasMessageContaining(", but ids of type VARCHAR(512) are wanted: open the collection with the ids(…)"
                        + " that it was made with, or another collection");
        DocumentStore.open(engine, "texts", o -> o.dimensions(2));
        assertThatThrownBy(() -> open("texts", IdType.NUMBER)).isInstanceOf(InvalidRequestException.class);
        open("made", IdType.NUMBER).drop();
    }
}
