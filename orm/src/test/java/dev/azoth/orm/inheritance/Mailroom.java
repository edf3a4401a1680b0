package dev.azoth.orm.inheritance;

import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.annotation.ColumnProperty;
import dev.azoth.schema.MetaData;
import dev.azoth.sql.Expression;
import dev.azoth.sql.Sql;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Entities that extend entities in tables that do not say of which class a row is, but from whose columns it follows. */
final class Mailroom {
    static final MetaData TABLES = Entities.metadata(Item.class, Client.class);

    static final EntityPath<Item> item = Entities.path(Item.class);
    static final EntityPath<Letter> letter = Entities.path(Letter.class);
    static final EntityPath<Parcel> parcel = Entities.path(Parcel.class);
    static final EntityPath<Client> client = Entities.path(Client.class);

    private Mailroom() {}

    /** What is heavy is a parcel. */
    @Entity
    @Table(name = "mail_item")
    @DiscriminatorColumn(name = "kind")
    abstract static sealed class Item permits Letter, Parcel {
        @Id
        int id;

        int weight;

        @ManyToOne
        @Nullable
        Client sender;

        @ColumnProperty
        String kind = "";

        static Expression<String> kind(EntityPath<Item> path) {
            return Sql.caseWhen(path.column("weight", Integer.class).gt(100), Sql.literal("parcel"))
                    .otherwise(Sql.literal("letter"));
        }
    }

    @Entity
    @DiscriminatorValue("letter")
    static final class Letter extends Item {
        @Nullable
        String stamp;

        Letter() {}

        Letter(int id, int weight, String stamp) {
            this.id = id;
            this.weight = weight;
            this.stamp = stamp;
        }
    }

    @Entity
    @DiscriminatorValue("parcel")
    static final class Parcel extends Item {
        @Nullable
        Integer width;

        Parcel() {}

        Parcel(int id, int weight, int width) {
            this.id = id;
            this.weight = weight;
            this.width = width;
        }
    }

    /** Those with a tax number are firms; what they add is in a table of its own. */
    @Entity
    @Table(name = "mail_client")
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorColumn(name = "is_firm")
    @DiscriminatorValue("0")
    static sealed class Client permits Firm {
        @Id
        int id;

        @Column(length = 20)
        @Nullable
        String tax;

        @ColumnProperty
        int isFirm;

        static Expression<Integer> isFirm(EntityPath<? extends Client> path) {
            return Sql.caseWhen(path.column("tax", String.class).isNull(), Sql.literal(0))
                    .otherwise(Sql.literal(1));
        }
    }

    @Entity
    @Table(name = "mail_firm")
    @DiscriminatorValue("1")
    static final class Firm extends Client {
        String legalForm = "";
    }
}
