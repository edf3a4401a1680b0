package dev.azoth.orm.relationship;

import static dev.azoth.orm.Loading.selectinload;
import static dev.azoth.orm.relationship.Carts.ARTICLES;
import static dev.azoth.orm.relationship.Carts.CART;
import static dev.azoth.orm.relationship.Carts.GIFT;
import static dev.azoth.orm.relationship.Carts.LABEL;
import static dev.azoth.orm.relationship.Carts.LABELS;
import static dev.azoth.orm.relationship.Carts.LINE;
import static dev.azoth.orm.relationship.Carts.NOTE;
import static dev.azoth.orm.relationship.Carts.WISH;
import static dev.azoth.orm.relationship.Carts.WISHES;
import static dev.azoth.sql.Sql.count;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DetachedException;
import dev.azoth.InvalidRequestException;
import dev.azoth.orm.AssociationProxy;
import dev.azoth.orm.SerializedCopy;
import dev.azoth.orm.Session;
import dev.azoth.orm.SessionSavepoint;
import dev.azoth.orm.relationship.Cart.Article;
import dev.azoth.orm.relationship.Cart.Label;
import dev.azoth.orm.relationship.Cart.Line;
import dev.azoth.orm.relationship.Cart.Wish;
import dev.azoth.testing.Capability;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import dev.azoth.testing.Requires;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What stands behind the objects of a relationship is a collection of its own, of objects without a database too. */
@EveryDatabase
@SuppressWarnings("ReferenceEquality") // a session has one object for a row
class AssociationProxyTest extends CartTests {
    AssociationProxyTest(Database database) {
        super(database);
    }

    private long lines() {
        return sessions.transaction(session ->
                session.execute(select(count(LINE.column("id", Long.class)))).one());
    }

    // of objects

    @Test
    void itIsAViewOfWhatTheRelationshipHolds() {
        Article tea = new Article("tea");
        Article milk = new Article("milk");
        Cart cart = new Cart();
        List<Article> articles = ARTICLES.of(cart);
        articles.add(tea);
        assertThat(cart.lines)
                .singleElement()
                .satisfies(each -> assertThat(each.article.get() == tea).isTrue());
        cart.lines.add(0, new Line(milk));
        assertThat(articles.indexOf(milk)).isZero();
        assertThat(articles.lastIndexOf(tea)).isEqualTo(1);
        cart.lines = new ArrayList<>(cart.lines.subList(1, 2));
        assertThat(articles.size()).isEqualTo(1);
        assertThat(articles.equals(List.of(tea))).isTrue();
        assertThat(articles.hashCode()).isEqualTo(31 + System.identityHashCode(tea));
    }

    @Test
    void takingOutTakesTheObjectBetweenOut() {
        Article tea = new Article("tea");
        Article milk = new Article("milk");
        Cart cart = new Cart();
        List<Article> articles = ARTICLES.of(cart);
        articles.addAll(List.of(tea, milk, tea, milk));
        assertThat(articles.remove(tea)).isTrue();
        assertThat(articles.contains(tea)).isTrue();
        assertThat(articles.removeAll(List.of(tea))).isTrue();
        assertThat(articles.remove(tea)).isFalse();
        assertThat(articles.remove(0) == milk).isTrue();
        assertThat(cart.lines).hasSize(1);
        articles.clear();
        assertThat(cart.lines).isEmpty();
    }

    @Test
    void aPlaceThatIsSetKeepsItsObject() {
        Cart cart = new Cart();
        Article tea = new Article("tea");
        Article milk = new Article("milk");
        ARTICLES.of(cart).add(tea);
        Line line = cart.lines.get(0);
        line.count = 7;
        assertThat(ARTICLES.of(cart).set(0, milk) == tea).isTrue();
        assertThat(cart.lines).containsExactly(line);
        assertThat(line.count).isEqualTo(7);
    }

    @Test
    void aSetHasAValueOnce() {
        Cart cart = new Cart();
        Set<String> labels = LABELS.of(cart);
        assertThat(labels.add("a")).isTrue();
        assertThat(labels.add("a")).isFalse();
        labels.addAll(List.of("b", "\uD83C\uDF75"));
        assertThat(cart.labels).hasSize(3);
        assertThat(labels)
                .isEqualTo(Set.of("a", "b", "\uD83C\uDF75"))
                .hasSameHashCodeAs(Set.of("a", "b", "\uD83C\uDF75"));
        assertThat(labels.retainAll(Set.of("b", "c"))).isTrue();
        assertThat(labels.remove("c")).isFalse();
        assertThat(cart.labels).extracting(each -> each.name).containsExactly("b");
        Iterator<String> each = labels.iterator();
        each.next();
        each.remove();
        assertThat(cart.labels).isEmpty();
    }

    @Test
    void aMapHasValuesUnderTheKeysOfItsObjects() {
        Cart cart = new Cart();
        Map<String, String> wishes = WISHES.of(cart);
        assertThat(wishes.put("paper", "red")).isNull();
        Wish wish = cart.wishes.get("paper");
        assertThat(wishes.put("paper", "blue")).isEqualTo("red");
        assertThat(cart.wishes).containsEntry("paper", wish);
        wishes.put("card", "none");
        assertThat(wishes).isEqualTo(Map.of("paper", "blue", "card", "none"));
        assertThat(wishes.hashCode())
                .isEqualTo(Map.of("paper", "blue", "card", "none").hashCode());
        assertThat(wishes.containsValue("none")).isTrue();
        wishes.replaceAll((key, value) -> value + "!");
        assertThat(wish.content).isEqualTo("blue!");
        assertThat(wishes.remove("card")).isEqualTo("none!");
        wishes.keySet().clear();
        assertThat(cart.wishes).isEmpty();
    }

    @Test
    void oneValueMakesItsObjectWhenItIsSet() {
        Cart cart = new Cart();
        assertThat(NOTE.of(cart)).isNull();
        NOTE.set(cart, null);
        assertThat(cart.receipt.get()).isNull();
        NOTE.set(cart, "paid");
        Cart.Receipt receipt = cart.receipt.orElseThrow();
        NOTE.set(cart, "sent");
        assertThat(cart.receipt.get()).isSameAs(receipt);
        assertThat(NOTE.of(cart)).isEqualTo("sent");
        Article tea = new Article("tea");
        GIFT.set(cart, tea);
        assertThat(receipt.gift == tea).isTrue();
        NOTE.set(cart, null);
        assertThat(receipt.note).isNull();
    }

    @Test
    void nullIsNotTaken() {
        Cart cart = new Cart();
        assertThatThrownBy(() -> ARTICLES.of(cart).add(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("an association proxy takes no null: nothing is associated with it");
        cart.lines.add(new Line());
        assertThat(ARTICLES.of(cart).get(0)).isNull();
    }

    // in a session

    @Test
    void whatIsAddedAndTakenOutIsWritten() {
        Article tea = new Article("tea");
        Article milk = new Article("milk");
        Cart cart = saved(tea, milk);
        long before = lines();
        try (Session session = sessions.open()) {
            Cart own = own(session, cart);
            Article ownTea = session.get(Article.class, tea.id).orElseThrow();
            assertThat(ARTICLES.of(own).remove(ownTea)).isTrue();
            LABELS.of(own).add("urgent \uD83C\uDF75");
            WISHES.of(own).put("paper", "green");
            WISHES.of(own).put("card", "none");
            NOTE.set(own, null);
            session.commit();
        }
        assertThat(lines()).isEqualTo(before - 1);
        sessions.begin(session -> {
            Cart own = own(session, cart);
            assertThat(ARTICLES.of(own)).hasSize(1);
            assertThat(LABELS.of(own)).containsExactlyInAnyOrder("gift", "urgent \uD83C\uDF75");
            assertThat(WISHES.of(own)).containsOnly(Map.entry("paper", "green"), Map.entry("card", "none"));
            assertThat(NOTE.of(own)).isNull();
        });
    }

    @Test
    void addingLoadsNothing() {
        Cart cart = saved(new Article("tea"));
        Article milk = new Article("milk");
        try (Session session = sessions.open()) {
            Cart own = own(session, cart);
            session.add(milk);
            assertThat(database.statements().during(() -> {
                        ARTICLES.of(own).add(milk);
                        session.flush();
                    }))
                    .hasSize(2)
                    .allMatch(each -> each.contains("INSERT INTO"));
            assertThat(ARTICLES.of(own)).hasSize(2);
            session.commit();
        }
    }

    @Test
    void whatIsLoadedWithTheQueryIsReadWithoutOthers() {
        Cart cart = saved(new Article("tea"), new Article("milk"));
        try (Session session = sessions.open()) {
            Cart own = session.execute(select(CART)
                            .where(CART.column("id", Long.class).eq(cart.id))
                            .options(selectinload(CART.toMany("lines", Line.class))
                                    .selectinload(LINE.toOne("article", Article.class))))
                    .one();
            assertThat(database.statements()
                            .during(() -> assertThat(ARTICLES.of(own))
                                    .extracting(each -> each.name)
                                    .containsExactlyInAnyOrder("tea", "milk")))
                    .isEmpty();
        }
    }

    @Test
    void settingKeepsTheObjectsOfWhatStays() {
        Article tea = new Article("tea");
        Article milk = new Article("milk");
        Cart cart = saved(tea, milk);
        try (Session session = sessions.open()) {
            Cart own = own(session, cart);
            Article ownMilk = session.get(Article.class, milk.id).orElseThrow();
            Article oats = new Article("oats");
            session.add(oats);
            Line kept = own.lines.stream()
                    .filter(each -> each.article.get() == ownMilk)
                    .findFirst()
                    .orElseThrow();
            ARTICLES.set(own, List.of(oats, ownMilk));
            assertThat(own.lines).element(1).isSameAs(kept);
            LABELS.set(own, Set.of("gift", "late"));
            WISHES.set(own, Map.of("bow", "gold"));
            List<String> sent = database.statements().during(session::flush);
            assertThat(sent).filteredOn(each -> each.contains("UPDATE")).isEmpty();
            session.commit();
        }
        sessions.begin(session -> {
            Cart own = own(session, cart);
            assertThat(ARTICLES.of(own)).extracting(each -> each.name).containsExactlyInAnyOrder("oats", "milk");
            assertThat(LABELS.of(own)).containsExactlyInAnyOrder("gift", "late");
            assertThat(WISHES.of(own)).containsOnly(Map.entry("bow", "gold"));
        });
    }

    @Test
    @Requires(Capability.SAVEPOINTS)
    void aSavepointThatIsRolledBackTakesItBack() {
        Cart cart = saved(new Article("tea"));
        try (Session session = sessions.open()) {
            Cart own = own(session, cart);
            List<Article> articles = ARTICLES.of(own);
            assertThat(articles).hasSize(1);
            SessionSavepoint savepoint = session.beginNested();
            Article milk = new Article("milk");
            session.add(milk);
            articles.add(milk);
            LABELS.of(own).clear();
            session.flush();
            savepoint.rollback();
            assertThat(articles).hasSize(1);
            assertThat(LABELS.of(own)).containsExactly("gift");
        }
    }

    @Test
    void itReadsWhatWasSerialised() {
        Cart cart = saved(new Article("tea"));
        Cart copy = sessions.transaction(session -> {
            Cart own = own(session, cart);
            assertThat(ARTICLES.of(own)).hasSize(1);
            own.lines.forEach(each -> each.article.get());
            return SerializedCopy.of(own);
        });
        assertThat(ARTICLES.of(copy)).extracting(each -> each.name).containsExactly("tea");
        assertThatThrownBy(() -> LABELS.of(copy).size())
                .isInstanceOf(DetachedException.class)
                .hasMessageContaining(".labels was not loaded");
    }

    @Test
    void aProxyIsOfTheKindOfItsRelationship() {
        assertThatThrownBy(() -> AssociationProxy.list(
                        CART.toMany("labels", Label.class), LABEL.column("name", String.class), Label::new))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cart.labels is no List, as its association proxy would be");
        assertThatThrownBy(() -> AssociationProxy.set(
                        CART.toMany("labels", Label.class), WISH.column("name", String.class), Label::new))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageEndingWith(" is no attribute of Label, to which the relationship leads");
        assertThatThrownBy(() -> AssociationProxy.map(
                        CART.toMany("wishes", Wish.class),
                        Integer.class,
                        WISH.column("content", String.class),
                        (key, value) -> new Wish("" + key, value)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cart.wishes has keys of java.lang.String, not java.lang.Integer");
        Cart cart = new Cart();
        cart.lines = null;
        assertThatThrownBy(() -> ARTICLES.of(cart).size())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("Cart.lines of an object is null: give it an empty collection");
    }
}
