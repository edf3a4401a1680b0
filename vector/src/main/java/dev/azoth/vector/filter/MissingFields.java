package dev.azoth.vector.filter;

/** What {@code $ne} and {@code $nin} in JSON, {@code <>}, {@code NOT IN} and their like in text say of documents without the field. */
public enum MissingFields {
    /** They are true: each is the exact opposite of {@code $eq} and {@code $in}, as everywhere in Azoth. */
    MATCH,
    /** They are false, as with LangChain's stores for PostgreSQL: a field that is missing is neither equal nor unequal. {@code $not} stays the exact opposite, as it is there. */
    LEFT_OUT;

    Filter unequal(Field field, Filter equal) {
        return this == MATCH ? equal.not() : field.exists().and(equal.not());
    }
}
