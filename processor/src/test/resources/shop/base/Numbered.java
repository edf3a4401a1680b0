package base;

import jakarta.persistence.*;
import java.time.Instant;

@MappedSuperclass
public abstract class Numbered<K extends Comparable<K>> extends Tracked {
    @Id
    @GeneratedValue
    public K id;

    @Version
    private int version;
}
