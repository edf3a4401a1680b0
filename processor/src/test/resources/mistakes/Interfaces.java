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
}
