package shop;

import dev.azoth.orm.Lazy;
import jakarta.persistence.*;
import java.util.UUID;

@Entity
public class Profile {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    String id;

    @OneToOne(optional = false)
    User user;

    @OneToOne(mappedBy = "profile")
    Lazy<Picture> picture = Lazy.empty();

    @Entity
    public static class Picture {
        @Id @GeneratedValue UUID id;
        @OneToOne Profile profile;
        Lazy<byte[]> bytes = Lazy.empty();
    }
}
