/** Entities beside hand-written JDBC, Hibernate and Ebean. */
@NullMarked
package dev.azoth.benchmarks.entities;

import org.jspecify.annotations.NullMarked;
