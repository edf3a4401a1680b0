package dev.azoth.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import dev.azoth.orm.Lazy;
import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.Shop.Address;
import dev.azoth.orm.mapping.Shop.Label;
import dev.azoth.orm.mapping.Shop.Line;
import dev.azoth.orm.mapping.Shop.Money;
import dev.azoth.orm.mapping.Shop.Order;
import dev.azoth.orm.mapping.Shop.Profile;
import dev.azoth.orm.mapping.Shop.Role;
import dev.azoth.orm.mapping.Shop.Team;
import dev.azoth.orm.mapping.Shop.User;
import dev.azoth.orm.mapping.model.Cascade;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntityMappingTest {
    private final EntityMapping<User> users = EntityMapping.of(User.class);
    private final EntityMapping<Order> orders = EntityMapping.of(Order.class);
    private final EntityMapping<Line> lines = EntityMapping.of(Line.class);

    private static User user(long id) {
        User user = new User();
        user.id = id;
        return user;
    }

    private static Object valueOf(EntityMapping<?> mapping, Object entity, String column) {
        return mapping.objects()
                .values(entity)[mapping.columns().indexOf(mapping.table().column(column))];
    }

    private static List<String> changed(EntityMapping<?> mapping, Object entity, Object[] snapshot) {
        BitSet changes = mapping.objects().changes(entity, snapshot);
        return IntStream.range(0, changes.length())
                .filter(changes::get)
                .mapToObj(index -> mapping.attributes().get(index).name())
                .toList();
    }

    @Test
    void mappingIsMadeOnceForAClass() {
        assertThat(EntityMapping.of(User.class)).isSameAs(users);
    }

    @Test
    void attributesHaveTheKeyFirstAndEmbeddedValuesFlat() {
        assertThat(users.attributes().stream().map(AttributeMapping::name))
                .containsExactly(
                        "id",
                        "createdAt",
                        "version",
                        "name",
                        "password",
                        "biography",
                        "home.street",
                        "home.city",
                        "home.fee.amount",
                        "home.fee.currency",
                        "orders",
                        "team",
                        "roles",
                        "profile");
        assertThat(users.attributes()).extracting(AttributeMapping::index).isSorted();
        assertThat(users.version()).hasValueSatisfying(each -> assertThat(each).hasToString("User.version"));
    }

    @Test
    void deferredColumnsAreNotReadWithTheRow() {
        assertThat(users.columns()).hasSameElementsAs(users.table().columns());
        assertThat(users.eagerColumns())
                .doesNotContain(users.table().column("biography"))
                .hasSize(users.columns().size() - 1);
    }

    @Test
    void stateIsWhatTheMembersHold() {
        User user = user(1);
        user.home = new Address();
        user.home.city = "Delft";
        user.home.fee = new Money(BigDecimal.ONE, "EUR");

        Object[] state = users.objects().state(user);

        assertThat(state[users.attribute("id").index()]).isEqualTo(1L);
        assertThat(state[users.attribute("team").index()]).isSameAs(user.team);
        assertThat(state[users.attribute("orders").index()]).isSameAs(user.orders);
        assertThat(state[users.attribute("home.city").index()]).isEqualTo("Delft");
        assertThat(state[users.attribute("home.fee.currency").index()]).isEqualTo("EUR");
        assertThat(users.objects().state(users.objects().create(state))).isEqualTo(state);
    }

    @Test
    void embeddedValueOfNullsIsNull() {
        Object[] state = new Object[users.attributes().size()];
        state[users.attribute("version").index()] = 0;

        assertThat(users.objects().create(state).home).isNull();
    }

    @Test
    void nullForAPrimitiveMemberIsNamed() {
        assertThatThrownBy(() ->
                        users.objects().create(new Object[users.attributes().size()]))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "a row has NULL for dev.azoth.orm.mapping.Shop$User.version, which is primitive and cannot be null:"
                                + " make the column NOT NULL, or use the boxed class");
    }

    @Test
    void embeddedValueIsReplacedAsAWhole() {
        User user = user(1);
        user.home = new Address();
        Address before = user.home;

        users.attribute("home.fee.amount").set(user, BigDecimal.TEN);

        assertThat(user.home).isNotSameAs(before);
        assertThat(user.home.fee).isEqualTo(new Money(BigDecimal.TEN, null));
        assertThat(before.fee).isNull();
    }

    @Test
    void valuesHaveForeignKeys() {
        Order order = Order.empty();
        order.user = user(5);
        assertThat(valueOf(orders, order, "buyer")).isEqualTo(5L);

        order.user = new User();
        assertThat(valueOf(orders, order, "buyer")).isEqualTo(new PendingKey(order.user, 0));

        order.user = null;
        order.userId = 9L;
        assertThat(valueOf(orders, order, "buyer")).isNull();
    }

    @Test
    void lazyThatIsNotLoadedKeepsItsForeignKey() {
        UUID team = UUID.randomUUID();
        User user = user(1);
        user.team = new LazyReference<>(user, users.attribute("team"), new Object[] {team}, reference -> {
            throw new AssertionError("loaded");
        });

        assertThat(valueOf(users, user, "team_id")).isEqualTo(team);
        assertThat(users.toString()).isEqualTo(User.class.getName());
    }

    @Test
    void changesAreFoundByContent() {
        EntityMapping<Profile> profiles = EntityMapping.of(Profile.class);
        Profile profile = new Profile();
        profile.text = "a";
        profile.picture = new byte[] {1, 2};
        Object[] snapshot = profiles.objects().snapshot(profile);

        profile.text = new String("a");
        assertThat(changed(profiles, profile, snapshot)).isEmpty();

        profile.picture[0] = 9;
        profile.text = "b";
        assertThat(changed(profiles, profile, snapshot)).containsExactly("text", "picture");
    }

    @Test
    void decimalsThatAreEqualAreNoChange() {
        Order order = Order.empty();
        order.total = new BigDecimal("1.0");
        Object[] snapshot = orders.objects().snapshot(order);

        order.total = new BigDecimal("1.00");

        assertThat(changed(orders, order, snapshot)).isEmpty();
    }

    @Test
    void relationshipToOneChangesWithItsKey() {
        Team team = new Team();
        team.id = UUID.randomUUID();
        User user = user(1);
        user.team = Lazy.of(team);
        Object[] snapshot = users.objects().snapshot(user);

        user.team = new LazyReference<>(user, users.attribute("team"), new Object[] {team.id}, reference -> team);
        assertThat(changed(users, user, snapshot)).isEmpty();

        user.team = Lazy.of(new Team());
        assertThat(changed(users, user, snapshot)).containsExactly("team");

        user.team = Lazy.empty();
        assertThat(changed(users, user, snapshot)).containsExactly("team");
    }

    @Test
    void deferredColumnChangesWhenItIsReplaced() {
        User user = user(1);
        LazyReference<String> unloaded =
                new LazyReference<>(user, users.attribute("biography"), new Object[0], reference -> "long");
        user.biography = unloaded;
        Object[] snapshot = users.objects().snapshot(user);

        assertThat(unloaded.get()).isEqualTo("long");
        assertThat(changed(users, user, snapshot)).isEmpty();

        user.biography = Lazy.of("short");
        assertThat(changed(users, user, snapshot)).containsExactly("biography");
    }

    @Test
    void keyOfSeveralColumnsGoesThroughRelationships() {
        Line line = new Line();
        line.order = Order.empty();
        line.number = 2;
        assertThat(lines.keyOf(line)).isEmpty();
        assertThat(lines.keyValues(line)).containsExactly(new PendingKey(line.order, 0), 2);

        orders.attribute("id").set(line.order, 42L);
        assertThat(lines.keyOf(line)).contains(lines.key(42L, 2));
        assertThat(lines.key(42L, 2)).hasToString("Line#(42, 2)").isNotEqualTo(lines.key(42L, 3));
        assertThat(orders.key(42L)).hasToString("Order#42").isNotEqualTo(users.key(42L));
        assertThat(lines.keyOfValues(lines.objects().values(line))).isEqualTo(lines.key(42L, 2));
    }

    @Test
    void wrongKeysAreNamed() {
        assertThatThrownBy(() -> lines.key(1L))
                .hasMessage("the key of Line is [line.order_id, line.number], not 1 values: [1]");
        assertThatThrownBy(() -> users.key(1))
                .hasMessage("the key column user.id is of java.lang.Long, not java.lang.Integer: 1");
        assertThatThrownBy(() -> users.key((Object) null)).hasMessage("the key column user.id cannot be null");
    }

    @Test
    void relationshipsKnowTheirColumns() {
        RelationshipMapping ofUser = users.relationship("orders");
        RelationshipMapping ofOrder = orders.relationship("user");

        assertThat(ofUser.localColumns()).isEqualTo(users.key());
        assertThat(ofUser.remoteColumns()).isEqualTo(List.of(orders.table().column("buyer")));
        assertThat(ofOrder.localColumns()).isEqualTo(ofUser.remoteColumns());
        assertThat(ofOrder.remoteColumns()).isEqualTo(ofUser.localColumns());
        assertThat(ofUser.inverse()).containsSame(ofOrder);
        assertThat(ofOrder.inverse()).containsSame(ofUser);
        assertThat(ofUser.isOwning()).isFalse();
        assertThat(ofUser.cascades()).containsExactlyInAnyOrder(Cascade.values());
        assertThat(ofUser.isOrphanRemoval()).isTrue();
        assertThat(ofOrder.cascades()).isEmpty();
        assertThat(users.relationship("profile").remoteColumns())
                .isEqualTo(List.of(EntityMapping.of(Profile.class).table().column("user_id")));
    }

    @Test
    void tableOfPairsIsSeenFromBothEnds() {
        EntityMapping<Role> roles = EntityMapping.of(Role.class);
        JoinTable ofUser = users.relationship("roles").joinTable().orElseThrow();
        JoinTable ofRole = roles.relationship("users").joinTable().orElseThrow();

        assertThat(ofUser.table()).isSameAs(ofRole.table()).hasToString("user_roles");
        assertThat(ofUser.ownerColumns()).isEqualTo(ofRole.targetColumns());
        assertThat(ofUser.targetColumns()).isEqualTo(ofRole.ownerColumns());
        assertThat(users.joinTables()).containsExactly(ofUser);
        assertThat(roles.joinTables()).isEmpty();
        assertThat(users.relationship("roles").inverse()).containsSame(roles.relationship("users"));
    }

    @Test
    void loadingFollowsTheType() {
        assertThat(users.relationship("team").load()).isEqualTo(LoadStrategy.LAZY);
        assertThat(users.relationship("orders").load()).isEqualTo(LoadStrategy.LAZY);
        assertThat(users.relationship("profile").load()).isEqualTo(LoadStrategy.SELECTIN);
    }

    @Test
    void rowsThatMustBeThereFirstAreKnown() {
        assertThat(orders.dependencies()).containsExactly(users);
        assertThat(EntityMapping.of(Team.class).dependencies()).containsExactly(EntityMapping.of(Team.class));
        assertThat(EntityMapping.of(Role.class).dependencies()).isEmpty();
    }

    @Test
    void orderOfACollectionIsInTheTargetsColumns() {
        assertThat(((ToManyMapping) users.relationship("orders")).orderBy())
                .isEqualTo(Arrays.asList(
                        orders.table().column("status").desc(),
                        orders.table().column("id").asc()));
    }

    @Test
    void recordsAreReadAndNeverChanged() {
        EntityMapping<Label> labels = EntityMapping.of(Label.class);
        Label label = new Label("red", "r", new Money(BigDecimal.ONE, "EUR"));

        assertThat(labels.objects().create(labels.objects().state(label))).isEqualTo(label);
        assertThat(labels.keyOf(label)).contains(labels.key("r"));
        assertThatThrownBy(() -> labels.attribute("color").set(label, "blue"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("a record does not change: " + Label.class.getName());
    }

    @Test
    void unknownAttributesAreNamed() {
        assertThatThrownBy(() -> lines.attribute("nope"))
                .hasMessage("Line has no attribute nope; its attributes are order, number, quantity, labels");
        assertThatThrownBy(() -> lines.relationship("quantity"))
                .hasMessage("Line.quantity is a column, not a relationship");
    }
}
