/** Searches for vectors beside what database, driver and memory allow. */
@NullMarked
package dev.azoth.benchmarks.vectors;

import org.jspecify.annotations.NullMarked;
