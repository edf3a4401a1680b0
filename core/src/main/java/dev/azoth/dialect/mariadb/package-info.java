/**
 * MariaDB 10.11 and 11.8, through MariaDB Connector/J. What it shares with MySQL is described there, in
 * {@code dev.azoth.dialect.mysql}; these are the differences:
 *
 * <ul>
 *   <li>Tables and connections have the collation {@code utf8mb4_nopad_bin}.
 *   <li>A UUID is a {@code UUID}. JSON is text with a check that it is JSON, and is compared as text.
 *   <li>{@code INSERT} and {@code DELETE} have {@code RETURNING}; {@code UPDATE} has not.
 *   <li>{@code WITH} stands in front of a query only.
 *   <li>Since 11.6 a statement that would change a row which another transaction has changed since this one's first read fails, as a
 *       conflict, instead of overwriting the change.
 * </ul>
 *
 * <p>Statements are prepared by the server, which makes them and their rows two to three times as fast; but when a row of a batch fails,
 * the driver does not say which row.
 *
 * <p>A {@code mysql://} URL that leads to MariaDB is refused, naming the right one, and the other way round.
 */
@NullMarked
package dev.azoth.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
