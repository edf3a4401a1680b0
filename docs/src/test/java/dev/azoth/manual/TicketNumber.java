package dev.azoth.manual;

import dev.azoth.orm.annotation.GeneratedBy;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

// tag::ticket-number
@GeneratedBy(TicketNumbers.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface TicketNumber {
    String prefix();
}
// end::ticket-number
