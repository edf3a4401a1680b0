package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Has the session make the values of a column. On an annotation of one's own it makes that one do it, with values of its own:
 *
 * <pre>{@code
 * @GeneratedBy(TicketNumbers.class)
 * @Retention(RUNTIME) @Target(FIELD)
 * public @interface TicketNumber { String prefix(); }
 *
 * @Id @TicketNumber(prefix = "T-") String number;
 * }</pre>
 *
 * <p>A key is made when its object is added and has none; another column when its row is inserted and the object has null in it. An annotation of one's own must be kept at run
 * time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
public @interface GeneratedBy {
    /** What makes the values; it has a constructor without parameters. */
    Class<? extends ValueGenerator<?>> value();

    /** Whether a value is made anew for each update of the row that does not set it. Not for keys. */
    boolean changes() default false;
}
