package mistakes;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.annotation.Load;
import jakarta.persistence.*;
import java.util.*;

/** What a relationship can be. */
final class Relationships {
    private Relationships() {}

    static class NoEntity {}

    @Entity
    static class Target {
        @Id
        int id;

        String name;

        @ManyToOne
        Target parent;

        @OneToOne
        ToOnes one;

        @OneToOne(mappedBy = "one")
        Target inverse;

        @ManyToMany
        List<Target> many;

        @Embedded
        Part part;
    }

    @Embeddable
    static class Part {
        int size;
    }

    @Entity
    static class Pair {
        @Id
        int left;

        @Id
        int right;
    }

    @Entity
    static class Endless {
        @Id
        @OneToOne
        Endless self;
    }

    @Entity
    static class ToOnes {
        @Id
        int id;

        @ManyToOne
        NoEntity noEntity;

        @ManyToOne
        Lazy raw;

        @ManyToOne
        @Load(LoadStrategy.LAZY)
        Target lazy;

        @ManyToOne(fetch = FetchType.LAZY)
        @Load(LoadStrategy.RAISE)
        Target raise;

        @ManyToOne(fetch = FetchType.LAZY)
        Target warned;

        @ManyToOne
        @OneToOne
        Target both;

        @ManyToOne
        @Column(name = "x")
        @Enumerated
        @MapsId
        Target misplaced;

        @ManyToOne(targetEntity = Target.class)
        @JoinColumn(name = "t", columnDefinition = "INT", foreignKey = @ForeignKey(name = "fk"))
        Target other;

        @ManyToOne
        @JoinColumn(name = "n", referencedColumnName = "name")
        Target byName;

        @ManyToOne
        @JoinColumn(name = "p")
        Pair pair;

        @ManyToOne
        @JoinColumn(name = "a", referencedColumnName = "left")
        @JoinColumn(name = "b", referencedColumnName = "right")
        @JoinColumn(name = "c", referencedColumnName = "middle")
        Pair three;

        @OneToOne(mappedBy = "absent")
        Target absent;

        @OneToOne(mappedBy = "name")
        Target notRelation;

        @OneToOne(mappedBy = "inverse")
        Target notOwner;

        @OneToOne(mappedBy = "one")
        @JoinColumn(name = "j")
        Target joined;

        @OneToOne
        Endless endless;
    }

    @Entity
    static class ToManys {
        @Id
        int id;

        @OneToMany
        List<Target> nowhere;

        @OneToMany
        @JoinColumn(name = "x")
        List<Target> foreign;

        @OneToMany(mappedBy = "parent")
        List<Target> elsewhere;

        @OneToMany(mappedBy = "many")
        List<Target> wrongKind;

        @ManyToMany(mappedBy = "many")
        @JoinTable(name = "t")
        List<Target> twice;

        @ManyToMany
        List raw;

        @ManyToMany
        ArrayList<Target> concrete;

        @ManyToMany
        @MapKey(name = "name")
        Map<String, Target> map;

        @ManyToMany
        List<String> texts;

        @ManyToMany(fetch = FetchType.EAGER)
        @Load(LoadStrategy.JOINED)
        Set<Target> eager;

        @ManyToMany
        @OrderBy("name UP")
        Set<Target> upwards;

        @ManyToMany
        @OrderBy("parent, part.size")
        Set<Target> byParent;

        @ManyToMany
        @OrderColumn
        @JoinTable(
                joinColumns = @JoinColumn(name = "same"),
                inverseJoinColumns = @JoinColumn(name = "same", table = "x"),
                catalog = "c")
        List<Target> same;
    }
}
