/**
 * MySQL 8.4 and 9, through MySQL Connector/J, and what MariaDB shares with it.
 *
 * <p>Where MySQL leaves a choice, the one taken is that which means the same as on other databases:
 *
 * <ul>
 *   <li>Texts are equal only if they are the same: tables and connections have the collation {@code utf8mb4_0900_bin}, for which neither
 *       the case of letters nor a trailing space is nothing.
 *   <li>A point in time is a {@code DATETIME(6)} in UTC, since {@code TIMESTAMP} ends in 2038. The manual promises {@code DATETIME} from the
 *       year 1000 on; earlier ones have been seen to work. The session's time zone is UTC.
 *   <li>A number of 32 bits is a {@code DOUBLE}: MySQL writes a {@code FLOAT} as text with six digits, and so would not give back what it
 *       was given.
 *   <li>{@code /} between whole numbers is {@code DIV}.
 *   <li>A count of changed rows is that of the rows found, whether or not their values became others.
 * </ul>
 *
 * <p>The counts of an upsert are MySQL's own: one for a row inserted or left as it is, two for a row changed. It looks at every unique key
 * of the table, not only at the one named. {@code SET} is carried out from left to right here; assignments are put into an order in which
 * that makes no difference, and are refused where there is none.
 *
 * <p>Only a query's rows may be streamed at one time over a connection, and no other statement be sent meanwhile.
 */
@NullMarked
package dev.azoth.dialect.mysql;

import org.jspecify.annotations.NullMarked;
