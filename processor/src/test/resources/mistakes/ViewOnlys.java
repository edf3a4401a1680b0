package mistakes;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.annotation.JoinCondition;
import dev.azoth.orm.annotation.OnDeleteCascade;
import dev.azoth.orm.annotation.ViewOnly;
import dev.azoth.sql.Condition;
import jakarta.persistence.*;
import java.util.*;

/** What a relationship can be that is only read. */
final class ViewOnlys {
    private ViewOnlys() {}

    @Entity
    static class Target {
        @Id
        int id;

        @ManyToOne
        @ViewOnly
        Owner owner;

        @ManyToOne
        Owner written;
    }

    @Entity
    static class Owner {
        @Id
        int id;

        @OneToMany(mappedBy = "owner")
        List<Target> ofViewOnly;

        @OneToMany(mappedBy = "written", cascade = CascadeType.ALL, orphanRemoval = true)
        @ViewOnly
        List<Target> cascading;

        @OneToMany(mappedBy = "written", cascade = CascadeType.REMOVE)
        @OnDeleteCascade
        @ViewOnly
        List<Target> deleting;

        @ManyToMany
        @ViewOnly
        List<Target> nowhere;

        @OneToMany
        @JoinCondition
        List<Target> noMethod;

        @OneToMany
        @JoinCondition("text")
        List<Target> noCondition;

        @OneToMany(mappedBy = "written")
        @JoinCondition("right")
        @OrderColumn
        List<Target> twice;

        @OneToOne
        @JoinCondition("right")
        @JoinColumn(name = "x")
        Target foreign;

        @OneToMany
        @JoinCondition("right")
        Map<String, Target> keyed;

        @JoinCondition("right")
        Integer number;

        static Condition right(EntityPath<Owner> owner, EntityPath<Target> target) {
            throw new UnsupportedOperationException();
        }

        static String text(EntityPath<Owner> owner, EntityPath<Target> target) {
            return "";
        }
    }
}
