import org.jspecify.annotations.NullMarked;

/** The {@code azoth} command. */
@NullMarked
module dev.azoth.cli {
    requires dev.azoth.core;
    requires dev.azoth.orm;
    requires dev.azoth.vector;
    requires info.picocli;
    requires static org.jspecify;
}
