package dev.azoth.orm.mapping.model;

/** The choice of a column's type. Names of classes are binary names. */
public sealed interface TypeModel {
    /** The type that a class has when nothing is said. */
    record Standard(String className) implements TypeModel {}

    /** Text of at most so many characters, or without a limit for 0. */
    record Text(int length) implements TypeModel {}

    /** Bytes, at most so many, or without a limit for 0. */
    record Bytes(int length) implements TypeModel {}

    /** An exact decimal; of the database's widest precision for 0. */
    record Decimal(int precision, int scale) implements TypeModel {}

    /** An enum, stored as the names of its constants. */
    record Enumeration(String className) implements TypeModel {}

    /** A list of values. */
    record Array(TypeModel element) implements TypeModel {}

    /**
     * What a Jakarta {@code AttributeConverter} makes of another type.
     *
     * @param className the class that the program sees
     * @param base      the type that it is stored as
     */
    record Converted(String converter, String className, TypeModel base) implements TypeModel {}

    /**
     * A type that a provider makes from an annotation.
     *
     * @param annotation the annotation on the member
     * @param provider   the provider
     * @param className  the class of the member's values
     */
    record Provided(String annotation, String provider, String className) implements TypeModel {}
}
