package dev.azoth.orm.session;

import dev.azoth.InvalidRequestException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds out that two threads use one session at once, and shows where both are. */
public final class ThreadGuard {
    private final AtomicReference<@Nullable Thread> inside = new AtomicReference<>();

    /** A guard that no thread is inside of. */
    public ThreadGuard() {}

    /**
     * Does something that only one thread may do at a time; it may be within another such thing of the same thread.
     *
     * @throws InvalidRequestException if another thread is inside; its cause has that thread's stack
     */
    public <R> R call(Supplier<R> work) {
        Thread current = Thread.currentThread();
        Thread other = inside.compareAndExchange(null, current);
        if (other == current) {
            return work.get();
        }
        if (other != null) {
            throw misuse(other);
        }
        try {
            return work.get();
        } finally {
            inside.set(null);
        }
    }

    /** The same for what gives nothing. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    private static InvalidRequestException misuse(Thread other) {
        return new InvalidRequestException(
                "this session is being used by thread \"" + other.getName()
                        + "\" (its stack is the cause) while thread \""
                        + Thread.currentThread().getName()
                        + "\" calls it: a session is for one thread at a time; open one for each",
                new OtherThread(other));
    }

    /** Carries the stack of the thread that is inside. */
    private static final class OtherThread extends Exception {
        private static final long serialVersionUID = 1L;

        OtherThread(Thread other) {
            super("thread \"" + other.getName() + "\" is here", null, false, true);
            setStackTrace(other.getStackTrace());
        }
    }
}
