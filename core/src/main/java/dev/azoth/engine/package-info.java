/** Engines, connections, transactions and results: everything that talks to a database. */
@NullMarked
package dev.azoth.engine;

import org.jspecify.annotations.NullMarked;
