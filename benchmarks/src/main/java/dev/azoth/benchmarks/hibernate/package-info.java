/** The same entities for Hibernate. */
@NullMarked
package dev.azoth.benchmarks.hibernate;

import org.jspecify.annotations.NullMarked;
