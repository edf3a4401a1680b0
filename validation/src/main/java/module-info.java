import org.jspecify.annotations.NullMarked;

/** Constraints of Jakarta Validation, checked before a flush writes. */
@NullMarked
module dev.azoth.validation {
    exports dev.azoth.validation;

    requires transitive dev.azoth.orm;
    requires transitive jakarta.validation;
    requires static org.jspecify;
}
