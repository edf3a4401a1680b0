package dev.azoth.vector.document;

/**
 * How the documents of a collection's tenants are kept apart; see {@link StoreOptions#tenancy}.
 *
 * @param layout      where their rows and vectors are
 * @param rowSecurity whether the server itself shows and takes rows of the transaction's tenant alone, to all who may not bypass that; on PostgreSQL
 */
public record Tenancy(Layout layout, boolean rowSecurity) {
    /** The setting of a transaction that says whose rows it sees, where the server watches over them. */
    public static final String SETTING = "azoth.tenant";

    /** Where the rows and vectors of tenants are. Databases other than PostgreSQL have all of them together. */
    public enum Layout {
        /** All together, with one index of vectors: for very many tenants with few documents each. */
        SHARED,
        /** All together, with an index of vectors for each tenant that {@link DocumentStore#addTenant} makes: for a few tenants. */
        INDEXED,
        /** Each tenant that {@link DocumentStore#addTenant} makes has a partition with indexes of its own, which is dropped at once. */
        PARTITIONED
    }

    /** All together, with one index of vectors, which goes on past those of others until it has enough. */
    public static Tenancy shared() {
        return new Tenancy(Layout.SHARED, false);
    }

    /** An index of the vectors of each tenant. */
    public static Tenancy indexed() {
        return new Tenancy(Layout.INDEXED, false);
    }

    /** A partition for each tenant. */
    public static Tenancy partitioned() {
        return new Tenancy(Layout.PARTITIONED, false);
    }

    /**
     * The same, with a policy of row security: what a statement of one's own forgets to say, the server says. It binds the owner of the table too, but neither superusers nor roles
     * with {@code BYPASSRLS}.
     */
    public Tenancy withRowSecurity() {
        return new Tenancy(layout, true);
    }
}
