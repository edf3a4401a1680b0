/** The core's behaviour on every database. These tests live beside the databases, which depend on the core and not the other way round. */
@NullMarked
package dev.azoth.suite;

import org.jspecify.annotations.NullMarked;
