package mistakes;

import jakarta.persistence.*;

/** What interfaces say of members. */
final class Interfaces {
    private Interfaces() {}

    interface WithName {
        @Column(length = 10)
        String getName();
    }

    @Entity
    static class Nameless implements WithName {
        @Id
        int id;

        String title;

        @Override
        public String getName() {
            return title;
        }
    }

    interface Listening {
        @PrePersist
        default void adding() {}
    }

    @Entity
    static class Deaf implements Listening {
        @Id
        int id;
    }

    @Entity
    static class Hearing implements Listening {
        @Id
        int id;

        @Override
        @PrePersist
        public void adding() {}
    }
}
