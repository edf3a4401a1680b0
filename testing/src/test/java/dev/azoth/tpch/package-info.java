/** The 22 queries of TPC-H in the expression language, on every database, beside the same as SQL text. */
@NullMarked
package dev.azoth.tpch;

import org.jspecify.annotations.NullMarked;
