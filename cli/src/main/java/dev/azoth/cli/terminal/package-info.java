/** Writing for people: width, colours, tables, wrapped text, progress, and the echo of SQL. */
@NullMarked
package dev.azoth.cli.terminal;

import org.jspecify.annotations.NullMarked;
