package shop;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.Load;
import dev.azoth.orm.annotation.Sensitive;
import dev.azoth.orm.LoadStrategy;
import jakarta.persistence.*;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Named like a reserved word, marked for null, with a superclass that is generic and in another package. */
@NullMarked
@Entity
@Table(
        schema = "shop.eu",
        uniqueConstraints = @UniqueConstraint(name = "one_name", columnNames = {"name", "team_id"}),
        indexes = @Index(columnList = "name, town", unique = true))
public class User extends base.Numbered<Long> {
    private String name = "";

    @Sensitive
    @Nullable String password;

    public Lazy<String> biography = Lazy.empty();

    @AttributeOverride(name = "city", column = @Column(name = "town", length = 50))
    @AttributeOverride(name = "fee.currency", column = @Column(name = "fee_currency", length = 3))
    @Nullable Address home;

    @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("status DESC, id")
    List<Order> orders = new ArrayList<>();

    @ManyToOne
    Lazy<Team> team = Lazy.empty();

    @ManyToMany(cascade = {CascadeType.PERSIST, CascadeType.MERGE}, fetch = FetchType.EAGER)
    Set<Role> roles = new HashSet<>();

    @ManyToMany
    @Load(LoadStrategy.RAISE)
    List<User> friends = new ArrayList<>();

    @ElementCollection
    @Column(length = 40)
    Set<String> tags = new HashSet<>();

    @ElementCollection
    @OrderColumn
    private List<Money> payments = new ArrayList<>();

    @OneToOne(mappedBy = "user")
    @Nullable Profile profile;

    static int created;
    @Transient Object scratch = "";
}
