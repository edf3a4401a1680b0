/** MariaDB from 11.7 on: its {@code VECTOR} type, distances and index. */
@NullMarked
package dev.azoth.vector.mariadb;

import org.jspecify.annotations.NullMarked;
