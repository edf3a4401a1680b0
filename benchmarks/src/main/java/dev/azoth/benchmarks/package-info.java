/** JMH benchmarks, side by side with peers. */
@NullMarked
package dev.azoth.benchmarks;

import org.jspecify.annotations.NullMarked;
