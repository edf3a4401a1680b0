/**
 * The compliance suite: what every dialect does, shown on its database. A dialect of somebody else's runs it too; see {@code docs/testing-a-dialect.md}. Nothing in this package
 * is for programs.
 */
@NullUnmarked // tests give nulls where none belong
package dev.azoth.testing.compliance;

import org.jspecify.annotations.NullUnmarked;
