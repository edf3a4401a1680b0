package shop;

import dev.azoth.orm.annotation.Array;
import dev.azoth.type.Json;
import jakarta.persistence.*;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Entity @dev.azoth.orm.annotation.Naming(Upper.class)
public class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "buyer", unique = true)
    User user;

    @Column(name = "buyer", insertable = false, updatable = false)
    Long userId;

    @Enumerated(EnumType.STRING)
    Status status = Status.OPEN;

    LocalDateTime wanted;
    LocalDate day;
    LocalTime hour;
    Json notes;
    UUID token;
    double weight;
    Float height;
    short pieces;
    Boolean urgent;
    byte[] label;
    @Column(length = 32) byte[] hash;
    @Lob String text;
    @Lob @Basic(fetch = FetchType.LAZY) byte[] scan;
    @Array @Column(length = 20) List<String> tags;
    @Convert(converter = Celsius.AsTenths.class) Celsius temperature;
    @Scaled(digits = 3) long amount;
    transient int cached;

    @OneToMany(mappedBy = "order")
    Collection<Line> lines = new ArrayList<>();

    private Order() {}

    enum Status {
        OPEN,
        PAID
    }
}
