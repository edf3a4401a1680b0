package dev.azoth.vector.document;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.sql.Condition;
import dev.azoth.sql.Delete;
import dev.azoth.sql.Row;
import dev.azoth.sql.Select;
import dev.azoth.sql.Sql;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.VectorStorage;
import java.util.Optional;

/**
 * A collection as it was found or made when it was opened.
 *
 * @param vectors        how its vectors are stored and compared
 * @param storage        what else its database can do for it
 * @param approximate    whether an index gives near vectors rather than exactly the nearest
 * @param embeddingBatch how many texts are given to the embedder at once
 * @param language       whose words are indexed; empty where none are
 * @param ids            what ids are; empty for text
 * @param index          how near vectors are found
 * @param tenant         whose documents it is about; empty where the collection has no tenants, and before one is chosen
 */
record OpenCollection(
        Engine engine,
        DocumentTable table,
        VectorStorage vectors,
        DocumentStorage storage,
        Metric metric,
        Optional<Embedder> embedder,
        boolean approximate,
        int embeddingBatch,
        Optional<String> language,
        Optional<IdType<?>> ids,
        VectorIndex index,
        Optional<String> tenant) {
    /** An id as the collection has it: one that may be written in several ways has one text there. */
    String id(String text) {
        try {
            return ids.isEmpty() ? text : ids.get().plain(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the collection " + table.name() + ": " + e.getMessage(), e);
        }
    }

    /** The same for the documents of a tenant. */
    OpenCollection of(String name) {
        if (table.tenancy().isEmpty()) {
            throw new InvalidRequestException("the collection " + table.name()
                    + " has no tenants: open it with tenancy(…), say Tenancy.shared()");
        }
        return new OpenCollection(
                engine,
                table,
                vectors,
                storage,
                metric,
                embedder,
                approximate,
                embeddingBatch,
                language,
                ids,
                index,
                Optional.of(TenantName.checked(name)));
    }

    /** Begins work on the documents of the tenant, if there are tenants. */
    void enter(Connection connection) {
        checkTenant();
        tenant.ifPresent(name -> storage.tenants().enter(connection, table, name));
    }

    RuntimeException explained(DatabaseException failure) {
        return tenant.map(name -> storage.tenants().explained(failure, table, name))
                .orElse(failure);
    }

    /** Refuses work on documents where there are tenants and none was chosen: all of them is never meant. */
    void checkTenant() {
        if (table.tenancy().isPresent() && tenant.isEmpty()) {
            throw new InvalidRequestException("the collection " + table.name()
                    + " has tenants: store.tenant(…) is the store of one, which this is to be done with");
        }
    }

    /** That a row is the tenant's; nothing where there are no tenants. */
    Optional<Condition> own() {
        return table.tenant().map(column -> Condition.of(column.eq(tenant.orElseThrow())));
    }

    /** That a row is the tenant's, and meets a condition. */
    Optional<Condition> own(Optional<Condition> condition) {
        return own().map(mine -> condition.map(mine::and).orElse(mine)).or(() -> condition);
    }

    /** Of the tenant's rows those that meet a condition. */
    <T> Select<T> where(Select<T> select, Optional<Condition> condition) {
        return own(condition).map(select::where).orElse(select);
    }

    /** The tenant's rows. */
    <T> Select<T> where(Select<T> select) {
        return where(select, Optional.empty());
    }

    /** Of the tenant's rows those that meet a condition. */
    Delete<Row> delete(Condition condition) {
        Delete<Row> delete = Sql.delete(table).where(condition);
        return own().map(delete::where).orElse(delete);
    }

    /** Whether a search by an index passes over rows, so that it must go on until it has enough. */
    boolean passesOver(Search search) {
        return search.filter().isPresent() || tenant.isPresent();
    }

    /** Refuses a vector that the collection cannot hold or search for. */
    void check(float[] vector) {
        table.vectorType().check(vector, table.place());
        metric.check(vector, table.place());
    }
}
