package dev.azoth.orm.relationship;

import static dev.azoth.orm.relationship.Carts.ARTICLE;
import static dev.azoth.orm.relationship.Carts.ARTICLES;
import static dev.azoth.orm.relationship.Carts.CART;
import static dev.azoth.orm.relationship.Carts.GIFT;
import static dev.azoth.orm.relationship.Carts.LABELS;
import static dev.azoth.orm.relationship.Carts.NOTE;
import static dev.azoth.orm.relationship.Carts.WISHES;
import static dev.azoth.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.relationship.Cart.Article;
import dev.azoth.testing.Database;
import dev.azoth.testing.EveryDatabase;
import org.junit.jupiter.api.Test;

/** Statements ask for what stands behind the objects of a relationship. */
@EveryDatabase
class AssociationProxyQueryTest extends CartTests {
    AssociationProxyQueryTest(Database database) {
        super(database);
    }

    @Test
    void queriesAskThroughBothRelationships() {
        Article tea = new Article("green tea");
        Article milk = new Article("milk");
        Cart both = saved(tea, milk);
        Cart one = saved(milk);
        sessions.begin(session -> {
            Article ownTea = session.get(Article.class, tea.id).orElseThrow();
            EntityPath<Article> article = ARTICLE.as("a");
            EntityPath<Cart> cart = CART.as("c");
            assertThat(session.execute(select(cart).where(ARTICLES.on(cart).contains(ownTea)))
                            .all())
                    .containsExactly(own(session, both));
            assertThat(session.execute(select(CART)
                                    .where(ARTICLES.on(CART)
                                            .any(
                                                    article,
                                                    article.column("name", String.class)
                                                            .startsWith("green"))))
                            .all())
                    .containsExactly(own(session, both));
            assertThat(session.execute(select(CART.column("id", Long.class), article.column("name", String.class))
                                    .from(CART)
                                    .join(article, ARTICLES.on(CART).on(article))
                                    .where(CART.column("id", Long.class).in(both.id, one.id)))
                            .all())
                    .hasSize(3);
            assertThat(session.execute(select(CART)
                                    .where(ARTICLES.on(CART).isEmpty())
                                    .where(CART.column("id", Long.class).in(both.id, one.id)))
                            .all())
                    .isEmpty();
        });
    }

    @Test
    void queriesAskForValues() {
        Cart cart = saved();
        Cart other = new Cart();
        LABELS.of(other).add("late");
        GIFT.set(other, new Article("nothing"));
        sessions.begin(session -> {
            session.add(GIFT.of(other));
            session.add(other);
        });
        sessions.begin(session -> {
            var some = CART.column("id", Long.class).in(cart.id, other.id);
            Cart own = own(session, cart);
            Cart ownOther = own(session, other);
            assertThat(session.execute(select(CART).where(some, LABELS.on(CART).contains("late")))
                            .all())
                    .containsExactly(ownOther);
            assertThat(session.execute(select(CART).where(some, LABELS.on(CART).any(each -> each.startsWith("gi"))))
                            .all())
                    .containsExactly(own);
            assertThat(session.execute(select(CART).where(some, WISHES.on(CART).isEmpty()))
                            .all())
                    .containsExactly(ownOther);
            assertThat(session.execute(select(NOTE.on(CART))
                                    .from(CART)
                                    .where(some, NOTE.on(CART).eq("paid")))
                            .all())
                    .containsExactly("paid");
            EntityPath<Article> article = ARTICLE.as("a");
            assertThat(session.execute(select(CART)
                                    .where(
                                            some,
                                            GIFT.on(CART)
                                                    .any(
                                                            article,
                                                            article.column("name", String.class)
                                                                    .eq("nothing"))))
                            .all())
                    .containsExactly(ownOther);
        });
    }

    /** What a statement looks like, of which the database makes a join. */
    @Test
    void twoRelationshipsAreTwoConditions() {
        assertThat(select(CART).where(ARTICLES.on(CART).any(ARTICLE)).toString())
                .endsWith("WHERE EXISTS (SELECT 1 FROM line AS through_lines WHERE \"order\".id = through_lines.cart_id"
                        + " AND EXISTS (SELECT 1 FROM article WHERE through_lines.article_id = article.id))");
    }
}
