/** The test databases that come with this module, made of nothing that a third party could not use. */
@NullMarked
package dev.azoth.testing.database;

import org.jspecify.annotations.NullMarked;
