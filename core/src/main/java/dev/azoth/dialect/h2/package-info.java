/**
 * H2, from 2.5, embedded or as a server.
 *
 * <p>H2 has neither RETURNING nor ON CONFLICT: what a statement returns is selected from its {@code FINAL TABLE}, and an upsert is a
 * MERGE. Lists of values go as arrays, as on PostgreSQL. Names without quotes are in lower case in the databases that Azoth opens, and
 * are what the program says in those that others opened in H2's own upper case, too.
 */
@NullMarked
package dev.azoth.dialect.h2;

import org.jspecify.annotations.NullMarked;
