package dev.azoth.validation;

import dev.azoth.orm.EntityEvent;
import dev.azoth.orm.SessionListener;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Checks the constraints of Jakarta Validation on each object that a flush inserts or updates. All that is wrong with any of them is told at once, by a
 * {@link dev.azoth.orm.RefusedValuesException} that names object and member, and nothing was sent.
 *
 * <p>Objects that did not change are not checked, nor is what is not in memory: nothing is loaded for it. {@code @Valid} reaches embedded values, and not the objects that a relationship leads to,
 * which are checked themselves when they are written. A constraint on a {@code Lazy} is one on its value. What the database gives, such as the key of a new object, is not there yet.
 *
 * <p>Constraints say nothing of the schema, which has what {@code @Column} and nullness say: a validator may be stricter than its table, and changes with the program alone.
 *
 * <p>Immutable, and safe for many threads.
 */
public final class ValidationListener implements SessionListener {
    private static final Class<?>[] NO_GROUPS = {};

    private final Validator validator;
    private final Class<?>[] inserting;
    private final Class<?>[] updating;
    private final Class<?>[] deleting;

    private ValidationListener(Validator validator, Class<?>[] inserting, Class<?>[] updating, Class<?>[] deleting) {
        this.validator = validator;
        this.inserting = inserting;
        this.updating = updating;
        this.deleting = deleting;
    }

    /**
     * A listener that checks the default group of what is inserted and updated, and nothing of what is deleted: for {@code SessionOptions.listener}.
     *
     * @param validators makes the validator; not closed by it
     */
    public static ValidationListener of(ValidatorFactory validators) {
        Validator validator = validators
                .usingContext()
                .traversableResolver(new LoadedAttributes())
                .addValueExtractor(new LazyExtractor())
                .getValidator();
        Class<?>[] standard = {Default.class};
        return new ValidationListener(validator, standard, standard, NO_GROUPS);
    }

    /** The same with other groups for what is inserted; none checks nothing. */
    public ValidationListener onInsert(Class<?>... groups) {
        return new ValidationListener(validator, groups.clone(), updating, deleting);
    }

    /** The same with other groups for what is updated; none checks nothing. */
    public ValidationListener onUpdate(Class<?>... groups) {
        return new ValidationListener(validator, inserting, groups.clone(), deleting);
    }

    /** The same with other groups for what is deleted; none checks nothing. */
    public ValidationListener onDelete(Class<?>... groups) {
        return new ValidationListener(validator, inserting, updating, groups.clone());
    }

    @Override
    public void inserting(EntityEvent event) {
        check(event, inserting);
    }

    @Override
    public void updating(EntityEvent event) {
        check(event, updating);
    }

    @Override
    public void deleting(EntityEvent event) {
        check(event, deleting);
    }

    private void check(EntityEvent event, Class<?>[] groups) {
        if (groups.length == 0) {
            return; // a validator takes none for the default
        }
        validator.validate(event.entity(), groups).stream()
                .sorted(Comparator.comparing(ValidationListener::place).thenComparing(ConstraintViolation::getMessage))
                .forEach(each -> event.refuse(place(each), each.getMessage()));
    }

    private static String place(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().toString();
    }

    /** Says which groups it checks. */
    @Override
    public String toString() {
        return "validation of " + Arrays.toString(inserting) + " on insert, " + Arrays.toString(updating)
                + " on update, " + Arrays.toString(deleting) + " on delete";
    }
}
