package dev.azoth.schema;

import java.util.Optional;

/** The comment of a table or a column: any text that databases can store; an empty one is none. */
final class CommentText {
    private CommentText() {}

    static Optional<String> of(String text, String owner) {
        text.codePoints()
                .filter(each -> each == 0 || Character.getType(each) == Character.SURROGATE)
                .findFirst()
                .ifPresent(each -> {
                    throw new IllegalArgumentException("the comment of " + owner + " has "
                            + (each == 0 ? "a NUL" : "half of a surrogate pair") + ", which databases do not store");
                });
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
