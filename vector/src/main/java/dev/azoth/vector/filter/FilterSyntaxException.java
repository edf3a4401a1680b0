package dev.azoth.vector.filter;

import dev.azoth.InvalidRequestException;

/** A filter that was given as text or as JSON is none; the message says where, and what may stand there. */
public final class FilterSyntaxException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final String place;

    FilterSyntaxException(String place, String message) {
        super(message);
        this.place = place;
    }

    /** Where it is wrong: a path such as {@code $.year.$gte} in JSON, {@code character 12} in a text. */
    public String place() {
        return place;
    }
}
