package mistakes;

import dev.azoth.orm.WriteOnlyCollection;
import dev.azoth.orm.annotation.ViewOnly;
import jakarta.persistence.*;

/** What a collection can be that is never loaded. */
final class WriteOnlys {
    private WriteOnlys() {}

    @Entity
    static class Target {
        @Id
        int id;

        @ManyToOne
        Owner owner;
    }

    @Entity
    static class Owner {
        @Id
        int id;

        @OneToMany(mappedBy = "owner", orphanRemoval = true)
        WriteOnlyCollection<Target> deleting;

        @OneToMany(mappedBy = "owner", fetch = FetchType.EAGER)
        WriteOnlyCollection<Target> eager;

        @OneToMany(mappedBy = "owner")
        @OrderBy("id")
        @ViewOnly
        WriteOnlyCollection<Target> viewed;

        @OneToMany
        @JoinTable
        WriteOnlyCollection<Target> paired;

        @ManyToMany(cascade = CascadeType.ALL)
        WriteOnlyCollection<Target> cascading;

        @ManyToMany
        @OrderColumn
        WriteOnlyCollection<Target> ordered;

        @ElementCollection
        WriteOnlyCollection<String> values;
    }
}
