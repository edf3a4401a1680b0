package shop;

import jakarta.persistence.*;
import java.util.HashSet;
import java.util.Set;

@Entity
public class Role {
    @Id
    @Column(name = "Role Name", length = 20)
    protected String name;

    @ManyToMany(mappedBy = "roles")
    Set<User> users = new HashSet<>();

    private Hidden hidden;

    private enum Hidden { YES, NO }
}
