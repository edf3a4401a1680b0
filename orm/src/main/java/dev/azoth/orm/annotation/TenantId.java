package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The tenant that a row belongs to. A session has one, by {@code SessionOptions.tenant}: new rows get it, and every statement of the session reads and changes only its rows. It never
 * changes, and statements of a session that was given none are refused; but for {@code SessionOptions.allTenants}.
 *
 * <p>On a member of any class that a column may have, which may be of the key. Of entities that extend each other, the first has it.
 */
@Documented
@GeneratedBy(Tenants.class)
@SuppressWarnings("exports") // what gives the values is for the session alone
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TenantId {}
