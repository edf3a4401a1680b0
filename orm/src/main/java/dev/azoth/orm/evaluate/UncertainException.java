package dev.azoth.orm.evaluate;

/** What an expression gives in Java is not certain to be what the database gives. Thrown to go another way, so without a stack trace. */
public final class UncertainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public UncertainException(String reason) {
        super(reason, null, false, false);
    }

    /** Why, such as {@code it compares texts, which the database does by a collation}. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
