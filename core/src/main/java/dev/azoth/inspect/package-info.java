/** Reading what is in a database: tables, columns, keys and indexes, and making tables of it. */
@NullMarked
package dev.azoth.inspect;

import org.jspecify.annotations.NullMarked;
