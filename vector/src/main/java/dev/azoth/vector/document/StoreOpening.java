package dev.azoth.vector.document;

import dev.azoth.DatabaseException;
import dev.azoth.InvalidRequestException;
import dev.azoth.engine.Connection;
import dev.azoth.engine.Engine;
import dev.azoth.inspect.TableDescription;
import dev.azoth.inspect.TableDescription.ColumnDescription;
import dev.azoth.schema.Column;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Sql;
import dev.azoth.type.SqlType;
import dev.azoth.vector.Creation;
import dev.azoth.vector.Metric;
import dev.azoth.vector.VectorIndex;
import dev.azoth.vector.VectorStorage;
import dev.azoth.vector.document.DocumentStorage.IndexStatement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds a collection's table, or makes it, and sees to it that it is what the options say. */
final class StoreOpening {
    /** Where nobody waits for another's change of the schema, the one who comes second tries again. */
    private static final int ATTEMPTS = 20;

    private final Engine engine;
    private final String name;
    private final StoreOptions options;
    private final VectorStorage vectors;
    private final DocumentStorage storage;
    private final CollectionRegister register;

    StoreOpening(Engine engine, String name, StoreOptions options) {
        this.engine = engine;
        this.name = CollectionName.checked(name);
        this.options = options;
        this.vectors = VectorStorage.of(engine.server());
        this.storage = DocumentStorage.of(engine.server());
        this.register = new CollectionRegister(engine, options.schema(), storage);
        if (name.equals(CollectionRegister.NAME)) {
            throw new IllegalArgumentException(name + " is the table of all collections, and no collection");
        }
    }

    OpenCollection open() {
        if (options.creation() == Creation.REQUIRE && describe().isEmpty()) {
            throw unknown();
        }
        vectors.install(engine, options.creation());
        if (options.creation() == Creation.SKIP) {
            return collection(table(wanted()), !(options.index() instanceof VectorIndex.None), options.metric());
        }
        Optional<TableDescription> found = describe();
        if (found.isEmpty()) {
            DocumentTable table = table(wanted());
            engine.retrying(ATTEMPTS, connection -> create(connection, table));
            register.add(new CollectionInfo(
                    name,
                    table.vectorType().dimensions(),
                    options.metric(),
                    options.model(),
                    options.properties(),
                    Optional.of(Instant.now().truncatedTo(ChronoUnit.MILLIS))));
            found = describe();
        }
        TableDescription description = found.orElseThrow(this::unknown);
        DocumentTable table = table(dimensions(description));
        new StoredIds(engine, table).check(description);
        Metric metric = metric();
        if (options.creation() == Creation.CREATE && createIndexes(table, description, metric)) {
            description = describe().orElseThrow(this::unknown);
        } else if (options.creation() == Creation.REQUIRE) {
            requireWords(table, description);
        }
        if (options.tenancy() != null) {
            storage.tenants().check(engine, table);
        }
        return collection(table, isApproximate(description), metric);
    }

    /** What the collection was made with, where that is known. */
    private Metric metric() {
        Optional<CollectionInfo> known = register.find(name);
        if (known.isEmpty()) {
            return options.metric();
        }
        CollectionInfo info = known.get();
        options.saidMetric().filter(said -> said != info.metric()).ifPresent(said -> {
            throw new InvalidRequestException("the collection " + name + " was made for " + info.metric()
                    + ", and is opened with " + said + ": open it with what it was made with, or without metric(…)");
        });
        options.model()
                .filter(said -> info.model().filter(made -> !made.equals(said)).isPresent())
                .ifPresent(said -> {
                    throw new InvalidRequestException("the vectors of the collection " + name + " were made by "
                            + info.model().orElseThrow()
                            + ", and are not comparable with those of " + said
                            + ": open it with that model, or embed its texts into another collection");
                });
        return info.metric();
    }

    private Optional<TableDescription> describe() {
        return engine.inspect().table(options.schema(), name);
    }

    private DocumentTable table(int dimensions) {
        return new DocumentTable(
                options.schema(),
                name,
                dimensions,
                options.ids().<SqlType<String>>map(IdType::column).orElseGet(() -> storage.idType(Document.LONGEST_ID)),
                storage,
                options.tenancy());
    }

    private OpenCollection collection(DocumentTable table, boolean approximate, Metric metric) {
        return new OpenCollection(
                engine,
                table,
                vectors,
                storage,
                metric,
                options.embedder(),
                approximate,
                options.embeddingBatch(),
                options.language(),
                options.ids(),
                options.index(),
                Optional.empty());
    }

    private boolean create(Connection connection, DocumentTable table) {
        connection.createAll(MetaData.of(List.of(register.table(), table)));
        statements(table, options.metric()).forEach(index -> connection.execute(Sql.text(index.sql())));
        return true;
    }

    private List<IndexStatement> statements(DocumentTable table, Metric metric) {
        return storage.indexes(engine, table, options.index(), metric);
    }

    private List<IndexStatement> wordStatements(DocumentTable table) {
        return options.language()
                .map(language -> storage.wordIndexes(engine, table, language))
                .orElse(List.of());
    }

    /** Creates the indexes that are missing, and says whether there were any. */
    private boolean createIndexes(DocumentTable table, TableDescription description, Metric metric) {
        List<IndexStatement> missing = missing(statements(table, metric), description);
        missing.forEach(index -> engine.begin(connection -> connection.execute(Sql.text(index.sql()))));
        return createWords(table, description) || !missing.isEmpty();
    }

    /** All that belongs to the index or nothing of it; not every database can be told to create it unless it is there. */
    private boolean createWords(DocumentTable table, TableDescription description) {
        List<IndexStatement> missing = missing(wordStatements(table), description);
        if (missing.isEmpty()) {
            return false;
        }
        try {
            engine.retrying(ATTEMPTS, connection -> {
                missing.forEach(index -> connection.execute(Sql.text(index.sql())));
                return true;
            });
        } catch (DatabaseException e) {
            if (!missing(missing, describe().orElseThrow(this::unknown)).isEmpty()) {
                throw e;
            }
        }
        return true;
    }

    private List<IndexStatement> missing(List<IndexStatement> wanted, TableDescription description) {
        Set<String> there = description.indexes().stream()
                .map(TableDescription.IndexDescription::name)
                .collect(Collectors.toSet());
        return wanted.stream()
                .filter(index -> !there.contains(index.name()) && !(index.isTable() && isTable(index.name())))
                .toList();
    }

    /** Without the index some databases refuse each search by words, and others look at all texts. */
    private void requireWords(DocumentTable table, TableDescription description) {
        if (!missing(wordStatements(table), description).isEmpty()) {
            throw new InvalidRequestException("the collection " + name
                    + " has no index of its words, and Creation.REQUIRE makes none: open it once with words(…) and"
                    + " Creation.CREATE, or search it without hybrid(…)");
        }
    }

    private boolean isTable(String index) {
        return engine.inspect().tables(options.schema()).contains(index);
    }

    /** Where each tenant has an index, the next one may come at any time. */
    private boolean isApproximate(TableDescription description) {
        Tenancy tenancy = options.tenancy();
        return (tenancy != null && tenancy.layout() == Tenancy.Layout.INDEXED)
                || description.indexes().stream().anyMatch(index -> storage.isApproximate(index.method()));
    }

    private int wanted() {
        return options.wantedDimensions()
                .orElseThrow(
                        () -> new InvalidRequestException(
                                "there is no collection " + name
                                        + " yet, and to create it the dimensions of its vectors must be known: give an embedder, or dimensions(…)"));
    }

    private int dimensions(TableDescription description) {
        List<String> columns =
                description.columns().stream().map(ColumnDescription::name).toList();
        List<String> missing = table(1).columns().stream()
                .map(Column::name)
                .filter(column -> !columns.contains(column))
                .toList();
        if (missing.equals(List.of("tenant"))) {
            throw new InvalidRequestException("the collection " + name
                    + " was made without tenants: open it without tenancy(…), or another collection");
        }
        if (options.tenancy() == null && columns.contains("tenant")) {
            throw new InvalidRequestException(
                    "the collection " + name + " has tenants: open it with tenancy(…), as it was made with");
        }
        if (!missing.isEmpty()) {
            throw new InvalidRequestException("the table " + name + " is no collection of documents: it lacks "
                    + missing + "; its columns are " + columns);
        }
        OptionalInt wanted = options.wantedDimensions();
        OptionalInt declared = description.columns().stream()
                .filter(column -> column.name().equals("embedding"))
                .map(column -> vectors.dimensions(column.declaration()))
                .findFirst()
                .orElse(OptionalInt.empty());
        if (declared.isPresent() && wanted.isPresent() && declared.getAsInt() != wanted.getAsInt()) {
            throw mismatch(declared.getAsInt(), wanted.getAsInt());
        }
        return declared.isPresent() ? declared.getAsInt() : wanted();
    }

    private InvalidRequestException mismatch(int declared, int wanted) {
        String who = options.embedder()
                .map(embedder -> "the embedder " + embedder.getClass().getSimpleName() + " gives vectors of ")
                .orElse("the options say ");
        return new InvalidRequestException(name + ".embedding has vectors of " + declared + " dimensions, but " + who
                + wanted + ": open the collection with what it was made with, or another collection");
    }

    private InvalidRequestException unknown() {
        return new InvalidRequestException("there is no collection " + name
                + ": the database has no table of that name"
                + (options.creation() == Creation.REQUIRE ? ", and Creation.REQUIRE makes none" : ""));
    }
}
