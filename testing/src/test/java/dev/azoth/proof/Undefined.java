package dev.azoth.proof;

/** An expression has, on these rows, a value of which the databases are known to disagree: there is nothing to compare. */
final class Undefined extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Undefined(Fact fact) {
        super(fact.name(), null, false, false);
    }
}
