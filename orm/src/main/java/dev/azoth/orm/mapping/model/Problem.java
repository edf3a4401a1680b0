package dev.azoth.orm.mapping.model;

/**
 * Something wrong with a mapping.
 *
 * @param className the binary name of the class
 * @param member    the member, or empty for the class as a whole
 * @param message   what is wrong, and the way out
 * @param severity  whether the class can be mapped all the same
 */
public record Problem(String className, String member, String message, Severity severity) {
    /** How bad it is. */
    public enum Severity {
        /** The class cannot be mapped. */
        ERROR,
        /** It can, with an effect that may not be wanted. */
        WARNING
    }

    /** The class and member. */
    public String place() {
        String readable = className.replace('$', '.');
        return member.isEmpty() ? readable : readable + "." + member;
    }

    @Override
    public String toString() {
        return place() + ": " + message;
    }
}
