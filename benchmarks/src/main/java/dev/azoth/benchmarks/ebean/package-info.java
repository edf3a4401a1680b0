/** The same entities for Ebean. */
@NullMarked
package dev.azoth.benchmarks.ebean;

import org.jspecify.annotations.NullMarked;
