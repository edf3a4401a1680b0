package dev.azoth.sql;

/** How the rows read are locked until the transaction ends. */
public enum Lock {
    /** Against all who would change or lock them: {@code FOR UPDATE}. */
    UPDATE,
    /** Against those who would change them: {@code FOR SHARE}. */
    SHARE
}
