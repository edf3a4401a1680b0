package dev.azoth.orm.session;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects that a session let go, as long as anybody else has them. */
final class DetachedObjects {
    private final Set<Weak> objects = new HashSet<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    private static final class Weak extends WeakReference<Object> {
        private final int hash;

        Weak(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other || (other instanceof Weak weak && weak.get() != null && weak.refersTo(get()));
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    void add(Object object) {
        clean();
        objects.add(new Weak(object, collected));
    }

    void remove(Object object) {
        objects.remove(new Weak(object, null));
    }

    boolean contains(Object object) {
        return objects.contains(new Weak(object, null));
    }

    private void clean() {
        for (Reference<?> each = collected.poll(); each != null; each = collected.poll()) {
            objects.remove(each);
        }
    }
}
