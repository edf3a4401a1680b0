import org.jspecify.annotations.NullMarked;

/** Mapping of classes to tables, the session with its unit of work, and the strategies that load relationships. */
@NullMarked
@SuppressWarnings("module") // the processor, which alone sees the rules, is compiled after this module
module dev.azoth.orm {
    exports dev.azoth.orm;
    exports dev.azoth.orm.access;
    exports dev.azoth.orm.annotation;
    exports dev.azoth.orm.history;
    exports dev.azoth.orm.mapping.model to
            dev.azoth.processor;
    exports dev.azoth.orm.mapping.rules to
            dev.azoth.processor;
    exports dev.azoth.orm.mapping.view to
            dev.azoth.processor;

    requires transitive dev.azoth.core;
    requires transitive jakarta.persistence;
    requires static org.jspecify;
    requires org.slf4j;
}
