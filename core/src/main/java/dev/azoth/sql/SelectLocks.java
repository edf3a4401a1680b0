package dev.azoth.sql;

import java.util.function.UnaryOperator;

/** How a {@link Select} locks the rows that it reads. */
abstract class SelectLocks<T> extends SelectRange<T> {
    SelectLocks(SelectClauses clauses, SelectExtras extras, Projection projection) {
        super(clauses, extras, projection);
    }

    /** Locks the rows against all who would change or lock them, until the transaction ends. */
    public Select<T> forUpdate() {
        return forUpdate(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forUpdate(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forUpdate(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.UPDATE))));
    }

    /** Locks the rows, but lets others refer to their keys. */
    public Select<T> forNoKeyUpdate() {
        return forNoKeyUpdate(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forNoKeyUpdate(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forNoKeyUpdate(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.NO_KEY_UPDATE))));
    }

    /** Locks the rows, letting others read and share them. */
    public Select<T> forShare() {
        return forShare(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forShare(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forShare(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.SHARE))));
    }

    /** Locks the keys of the rows: others may change the rest of them. */
    public Select<T> forKeyShare() {
        return forKeyShare(UnaryOperator.identity());
    }

    /** The same for some of the tables, or without waiting: {@code forKeyShare(lock -> lock.of(order).skipLocked())}. */
    public Select<T> forKeyShare(UnaryOperator<Lock> options) {
        return with(clauses.withLock(options.apply(Lock.of(Lock.Strength.KEY_SHARE))));
    }
}
