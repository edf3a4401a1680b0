package dev.azoth.orm.mapping.model;

/** The moments in an object's life at which its class, or those that listen to it, may do something. */
public enum Lifecycle {
    /** Before its row is inserted. */
    PRE_PERSIST("PrePersist"),
    /** After its row was inserted. */
    POST_PERSIST("PostPersist"),
    /** Before its row is updated. */
    PRE_UPDATE("PreUpdate"),
    /** After its row was updated. */
    POST_UPDATE("PostUpdate"),
    /** Before its row is deleted. */
    PRE_REMOVE("PreRemove"),
    /** After its row was deleted. */
    POST_REMOVE("PostRemove"),
    /** After it was made from its row, or read again. */
    POST_LOAD("PostLoad");

    private final String annotation;

    Lifecycle(String annotation) {
        this.annotation = annotation;
    }

    /** The simple name of Jakarta's annotation. */
    public String annotation() {
        return annotation;
    }
}
