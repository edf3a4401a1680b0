package dev.azoth.orm;

/** How the objects at the other end of a relationship come into memory. */
public enum LoadStrategy {
    /** When they are first asked for, by a query of their own, inside the open session. */
    LAZY,
    /** Right after their owners, by one query for up to 500 owners. */
    SELECTIN,
    /** With their owners, in the same query, by an outer join. */
    JOINED,
    /** Right after their owners, by the owners' query run again inside another; owners that came by their keys are asked for like with {@link #SELECTIN}. */
    SUBQUERY,
    /** Right after each owner, by a query for each: for measuring what the others save. */
    IMMEDIATE,
    /** Never: asking for them is an error that names the option which would have loaded them. */
    RAISE
}
