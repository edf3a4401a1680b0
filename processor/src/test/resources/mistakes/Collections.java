package mistakes;

import dev.azoth.orm.annotation.Array;
import dev.azoth.orm.annotation.Load;
import dev.azoth.orm.annotation.OnDeleteCascade;
import dev.azoth.orm.annotation.ServerDefault;
import dev.azoth.orm.LoadStrategy;
import jakarta.persistence.*;
import java.util.*;

/** What is wrong with collections of values. */
class Collections {
    @Embeddable
    static class Point {
        int x;

        @Column(insertable = false)
        int y;

        @ElementCollection
        List<String> inner;
    }

    @Embeddable
    static class Stamped {
        @ServerDefault("1")
        Integer number;
    }

    @Entity
    static class Values {
        @Id
        int id;

        @ElementCollection
        List raw;

        @ElementCollection
        ArrayList<String> concrete;

        @ElementCollection
        List<Values> entities;

        @ElementCollection
        Set<Thread> threads;

        @ElementCollection(targetClass = String.class)
        @CollectionTable(name = "t", catalog = "c", indexes = @Index(columnList = "x"))
        @JoinTable
        Set<String> table;

        @ElementCollection
        @OrderColumn
        Set<String> unordered;

        @ElementCollection
        @OrderColumn
        @OrderBy
        List<String> twice;

        @ElementCollection
        @OrderBy("name")
        List<String> byName;

        @ElementCollection
        @OrderBy
        List<Point> byNothing;

        @ElementCollection
        @OrderBy("z")
        List<Point> byAbsent;

        @ElementCollection
        @Column(name = "c")
        List<Point> named;

        @ElementCollection
        List<Stamped> stamped;

        @ElementCollection
        @AttributeOverride(name = "x", column = @Column(name = "y"))
        List<Point> same;

        @ElementCollection
        @AttributeOverride(name = "x", column = @Column(name = "y"))
        List<String> overridden;

        @ElementCollection
        @Column(name = "values_id")
        List<String> likeTheKey;

        @ElementCollection(fetch = FetchType.EAGER)
        @Load(LoadStrategy.JOINED)
        @Array
        List<String> loaded;

        @ElementCollection
        @ManyToMany
        List<Values> both;

        @CollectionTable
        List<String> unsaid;

        @ElementCollection
        Map<Double, String> byNumber;

        @ElementCollection
        @MapKey
        @MapKeyEnumerated
        Map<String, String> byEnum;

        @ElementCollection
        @MapKeyColumn(name = "k")
        List<String> noMap;

        @ElementCollection
        @OrderColumn
        Map<Integer, String> ordered;
    }

    @Entity
    static class Part {
        @Id
        int id;

        @ManyToOne
        Whole whole;

        @Column(name = "keyed_key")
        String taken;

        @ManyToMany(mappedBy = "pairs")
        @OrderColumn
        List<Whole> mirror;
    }

    @Entity
    static class Whole {
        @Id
        int id;

        @OneToMany(mappedBy = "whole")
        Map<String, Part> keyed;

        @ManyToMany
        List<Part> pairs;

        @ManyToMany
        @MapKey(name = "absent")
        Map<String, Part> byAbsent;

        @ManyToMany
        @MapKey
        Map<String, Part> byOther;

        @ManyToMany
        @MapKey(name = "taken")
        @MapKeyColumn(name = "x")
        Map<String, Part> twice;

        @ManyToMany
        @MapKey
        List<Part> list;

        @ManyToMany
        @OrderColumn
        Set<Part> set;

        @ManyToMany
        @MapKeyJoinColumn
        Map<Whole, Part> byEntity;

        @ManyToMany
        Map raw;

        @ManyToMany
        @OnDeleteCascade
        List<Part> owned;

        @OneToMany(mappedBy = "whole")
        @OnDeleteCascade
        List<Part> kept;
    }

    @Entity
    record Recorded(@Id int id, @ElementCollection List<String> values) {}
}
