package dev.azoth.orm.mapping.model;

/**
 * A method that is called at a moment in an object's life.
 *
 * @param moment         when
 * @param declaringClass the binary name of the class that has the method
 * @param method         its name
 * @param parameter      the binary name of the class that it takes the object as; empty for a method of the object itself
 */
public record CallbackModel(Lifecycle moment, String declaringClass, String method, String parameter) {
    /** Whether it is a method of another class, which listens. */
    public boolean isListener() {
        return !parameter.isEmpty();
    }
}
