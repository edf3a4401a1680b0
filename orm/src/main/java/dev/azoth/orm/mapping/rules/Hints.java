package dev.azoth.orm.mapping.rules;

import static java.util.Map.entry;

import java.util.Map;

/** The ways out of what is not supported. */
final class Hints {
    private static final String QUERY = "queries are values of the program; keep a select(…) in a constant";
    private static final String GENERATOR =
            "all inserts would wait for one row of that table; use IDENTITY, which every database has, or SEQUENCE";
    private static final String SEQUENCE = "say it in a migration that makes the sequence";
    private static final String GRAPH = "say what is loaded with the options of a query, such as selectinload";
    private static final String OVERRIDE =
            "name the foreign key's column where the relationship is declared; a class may declare it anew instead of inheriting it";
    private static final String INJECTION = "an entity has no session; give the session to who works with the entity";
    private static final String MAP_KEY =
            "a map's key is a value; for a key that is an entity, map the rows between as an entity with two @ManyToOne";
    private static final String DDL = "say it in a migration, or on the Column of a Table of your own";

    private static final Map<String, String> UNSUPPORTED = Map.ofEntries(
            entry(
                    "PrimaryKeyJoinColumn",
                    "leave it out; the key's columns have the names that they have in the first table"),
            entry(
                    "DiscriminatorColumn.columnDefinition",
                    "leave it out; the column is of the length or discriminatorType said, or of the type of a member that reads it"),
            entry("DiscriminatorColumn.options", DDL),
            entry(
                    "PrimaryKeyJoinColumns",
                    "leave it out; the key's columns have the names that they have in the first table"),
            entry("AssociationOverride", OVERRIDE),
            entry("AssociationOverrides", OVERRIDE),
            entry("Converts", "put @Convert on the member itself"),
            entry("Converter", "put it on the converter; members name that with @Convert"),
            entry("EnumeratedValue", "use @Convert; an enum is stored as the names of its constants"),
            entry("PersistenceContext", INJECTION),
            entry("PersistenceContexts", INJECTION),
            entry("PersistenceUnit", INJECTION),
            entry("PersistenceUnits", INJECTION),
            entry("NamedQuery", QUERY),
            entry("NamedQueries", QUERY),
            entry("NamedNativeQuery", QUERY),
            entry("NamedNativeQueries", QUERY),
            entry("NamedStoredProcedureQuery", QUERY),
            entry("NamedStoredProcedureQueries", QUERY),
            entry("SqlResultSetMapping", QUERY),
            entry("SqlResultSetMappings", QUERY),
            entry(
                    "ExcludeDefaultListeners",
                    "leave it out; there are no listeners for all entities but those of the session factory"),
            entry("NamedEntityGraph", GRAPH),
            entry("NamedEntityGraphs", GRAPH),
            entry("SequenceGenerator.catalog", "say the schema"),
            entry("SequenceGenerator.options", SEQUENCE),
            entry("TableGenerator", GENERATOR),
            entry("TableGenerators", GENERATOR),
            entry("SecondaryTable", "map the second table as an entity of its own, with @OneToOne"),
            entry("SecondaryTables", "map the second table as an entity of its own, with @OneToOne"),
            entry("Cacheable", "leave it out; there is no cache behind the session"),
            entry("ElementCollection.targetClass", "give the collection its type argument"),
            entry("CollectionTable.uniqueConstraints", DDL),
            entry("CollectionTable.indexes", DDL),
            entry("CollectionTable.foreignKey", DDL),
            entry("CollectionTable.options", DDL),
            entry("CollectionTable.catalog", "say the schema"),
            entry("OrderColumn.columnDefinition", "leave it out; the column is an INTEGER"),
            entry("OrderColumn.options", DDL),
            entry(
                    "Temporal",
                    "the classes of java.time say it themselves; use Instant, LocalDateTime, LocalDate or LocalTime"),
            entry("MapKeyClass", "give the map its type arguments"),
            entry("MapKeyJoinColumn", MAP_KEY),
            entry("MapKeyJoinColumns", MAP_KEY),
            entry("MapKeyTemporal", "the classes of java.time say it themselves; use one of them as the key"),
            entry("ManyToOne.targetEntity", "declare the field with the class"),
            entry("OneToOne.targetEntity", "declare the field with the class"),
            entry("OneToMany.targetEntity", "give the collection its type argument"),
            entry("ManyToMany.targetEntity", "give the collection its type argument"),
            entry(
                    "Column.columnDefinition",
                    "say the type by the field's class, by length or precision, or with an annotation that has @MappedType"),
            entry("Column.table", "an entity has one table"),
            entry("Column.secondPrecision", "leave it out; times are kept to the microsecond everywhere"),
            entry("Column.check", "say it on the class, with @Table(check = …)"),
            entry("Column.options", DDL),
            entry("Table.options", DDL),
            entry("Table.catalog", "say the schema"),
            entry("JoinColumn.columnDefinition", "leave it out; the column has the type of the key that it refers to"),
            entry("JoinColumn.table", "an entity has one table"),
            entry("JoinColumn.foreignKey", DDL),
            entry("JoinColumn.check", DDL),
            entry("JoinColumn.options", DDL),
            entry("Convert.attributeName", "put @Convert on the member itself"),
            entry("Convert.disableConversion", "leave it out; no converter is applied by itself"));

    private static final String OTHER_SIDE =
            "the foreign key is in the other class's table; give that class a @ManyToOne, and say mappedBy here";
    private static final String NO_RELATION = "add @ManyToOne, or name the column with @Column";

    private static final Map<String, String> MISPLACED = Map.ofEntries(
            entry("Column on a relationship to one", "name the foreign key's column with @JoinColumn"),
            entry("Column on an embedded value", "name its columns with @AttributeOverride"),
            entry("JoinColumn on a relationship to many", OTHER_SIDE),
            entry("JoinColumns on a relationship to many", OTHER_SIDE),
            entry("JoinColumn on a column", NO_RELATION),
            entry("JoinColumns on a column", NO_RELATION),
            entry("Id on an embedded value", "write @EmbeddedId"),
            entry("CollectionTable on a column", "add @ElementCollection"),
            entry("JoinTable on a collection of values", "name its table with @CollectionTable"),
            entry("JoinColumn on a collection of values", "name it in @CollectionTable(joinColumns)"),
            entry("MapKey on a collection of values", "name the column of the keys with @MapKeyColumn"),
            entry(
                    "Column on an expression of SQL",
                    "what is read from an expression has no column; for a column that the database computes write @Computed"),
            entry("Load on a column", "declare the member as Lazy, and it is read when asked for"));

    private Hints() {}

    /** Whether there is a way out of using something. */
    static boolean has(String what) {
        return UNSUPPORTED.containsKey(what);
    }

    static String unsupported(String what) {
        return UNSUPPORTED.getOrDefault(what, "leave it out");
    }

    static String misplaced(String annotationOnPlace) {
        return MISPLACED.getOrDefault(annotationOnPlace, "remove it");
    }
}
