package dev.azoth;

import org.jspecify.annotations.Nullable;

/** The statement is wrong for this database: its syntax, a name in it, or the privileges it needs. */
public class ProgrammingException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** An exception for what a server reported; see {@link DatabaseException}. */
    public ProgrammingException(ErrorFields error, @Nullable FailedStatement statement, @Nullable Throwable cause) {
        super(error, statement, cause);
    }
}
