/** For test databases that are servers: where to find one, or how to start one. */
@NullMarked
package dev.azoth.testing.server;

import org.jspecify.annotations.NullMarked;
