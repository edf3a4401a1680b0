/** MariaDB. */
@NullMarked
package dev.azoth.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
