/** The engine: connections, transactions, and the running of statements. The one layer that talks to JDBC's connections. */
@NullMarked
package dev.azoth.engine;

import org.jspecify.annotations.NullMarked;
