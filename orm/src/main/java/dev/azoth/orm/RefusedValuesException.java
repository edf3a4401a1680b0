package dev.azoth.orm;

import dev.azoth.InvalidRequestException;
import java.util.List;
import java.util.stream.Collectors;

/** Listeners refused what objects hold; nothing was written, and the session goes on. */
public class RefusedValuesException extends InvalidRequestException {
    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /**
     * A value that was refused.
     *
     * @param entity    the object
     * @param name      the entity with its key, such as {@code User#42}
     * @param attribute the attribute's name; empty for the object as a whole
     * @param reason    why
     */
    public record Refusal(Object entity, String name, String attribute, String reason) {
        /** {@code User#42.name must not be empty}. */
        @Override
        public String toString() {
            return name + (attribute.isEmpty() ? "" : "." + attribute) + " " + reason;
        }
    }

    RefusedValuesException(List<Refusal> refusals) {
        super("what is to be written was refused, and nothing was written:\n"
                + refusals.stream().map(each -> "  " + each).collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    /** All that was refused, in the order of the objects; none after it was serialised. */
    public List<Refusal> refusals() {
        return refusals == null ? List.of() : refusals;
    }
}
