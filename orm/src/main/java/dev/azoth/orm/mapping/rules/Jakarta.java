package dev.azoth.orm.mapping.rules;

/** Names of the annotations of Jakarta Persistence, as the rules compare them. */
final class Jakarta {
    static final String PREFIX = "jakarta.persistence.";
    static final String ACCESS = PREFIX + "Access";
    static final String ATTRIBUTE_OVERRIDE = PREFIX + "AttributeOverride";
    static final String ATTRIBUTE_OVERRIDES = PREFIX + "AttributeOverrides";
    static final String BASIC = PREFIX + "Basic";
    static final String COLLECTION_TABLE = PREFIX + "CollectionTable";
    static final String COLUMN = PREFIX + "Column";
    static final String CONVERT = PREFIX + "Convert";
    static final String DISCRIMINATOR_COLUMN = PREFIX + "DiscriminatorColumn";
    static final String DISCRIMINATOR_VALUE = PREFIX + "DiscriminatorValue";
    static final String ELEMENT_COLLECTION = PREFIX + "ElementCollection";
    static final String EMBEDDABLE = PREFIX + "Embeddable";
    static final String EMBEDDED = PREFIX + "Embedded";
    static final String EMBEDDED_ID = PREFIX + "EmbeddedId";
    static final String ENTITY = PREFIX + "Entity";
    static final String ENTITY_LISTENERS = PREFIX + "EntityListeners";
    static final String ENUMERATED = PREFIX + "Enumerated";
    static final String EXCLUDE_SUPERCLASS_LISTENERS = PREFIX + "ExcludeSuperclassListeners";
    static final String GENERATED_VALUE = PREFIX + "GeneratedValue";
    static final String ID = PREFIX + "Id";
    static final String ID_CLASS = PREFIX + "IdClass";
    static final String INDEX = PREFIX + "Index";
    static final String INHERITANCE = PREFIX + "Inheritance";
    static final String JOIN_COLUMN = PREFIX + "JoinColumn";
    static final String JOIN_COLUMNS = PREFIX + "JoinColumns";
    static final String JOIN_TABLE = PREFIX + "JoinTable";
    static final String LOB = PREFIX + "Lob";
    static final String MANY_TO_MANY = PREFIX + "ManyToMany";
    static final String MANY_TO_ONE = PREFIX + "ManyToOne";
    static final String MAP_KEY = PREFIX + "MapKey";
    static final String MAP_KEY_COLUMN = PREFIX + "MapKeyColumn";
    static final String MAP_KEY_ENUMERATED = PREFIX + "MapKeyEnumerated";
    static final String MAPPED_SUPERCLASS = PREFIX + "MappedSuperclass";
    static final String MAPS_ID = PREFIX + "MapsId";
    static final String ONE_TO_MANY = PREFIX + "OneToMany";
    static final String ONE_TO_ONE = PREFIX + "OneToOne";
    static final String ORDER_BY = PREFIX + "OrderBy";
    static final String ORDER_COLUMN = PREFIX + "OrderColumn";
    static final String SEQUENCE_GENERATOR = PREFIX + "SequenceGenerator";
    static final String SEQUENCE_GENERATORS = PREFIX + "SequenceGenerators";
    static final String TABLE = PREFIX + "Table";
    static final String TRANSIENT = PREFIX + "Transient";
    static final String VERSION = PREFIX + "Version";
    static final String CONVERTER = PREFIX + "AttributeConverter";

    private Jakarta() {}
}
