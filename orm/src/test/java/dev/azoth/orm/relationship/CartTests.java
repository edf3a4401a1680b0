package dev.azoth.orm.relationship;

import static dev.azoth.orm.relationship.Carts.ARTICLES;
import static dev.azoth.orm.relationship.Carts.LABELS;
import static dev.azoth.orm.relationship.Carts.NOTE;
import static dev.azoth.orm.relationship.Carts.WISHES;

import dev.azoth.orm.Session;
import dev.azoth.orm.SessionFactory;
import dev.azoth.orm.relationship.Cart.Article;
import dev.azoth.testing.Database;
import dev.azoth.testing.PrepareDatabase;

/** Carts for tests of association proxies. */
abstract class CartTests {
    final Database database;
    final SessionFactory sessions;

    CartTests(Database database) {
        this.database = database;
        this.sessions = SessionFactory.create(database.engine());
    }

    @PrepareDatabase
    static void createTables(Database database) {
        database.engine().createAll(Cart.TABLES);
    }

    /** A cart with two articles, a label, a wish and a note. */
    final Cart saved(Article... articles) {
        Cart cart = new Cart();
        LABELS.of(cart).add("gift");
        WISHES.of(cart).put("paper", "red");
        NOTE.set(cart, "paid");
        sessions.begin(session -> {
            for (Article each : articles) {
                ARTICLES.of(cart).add(each.id == null ? each : session.getOne(Article.class, each.id));
                ARTICLES.of(cart).forEach(session::add);
            }
            session.add(cart);
        });
        return cart;
    }

    static Cart own(Session session, Cart cart) {
        return session.get(Cart.class, cart.id).orElseThrow();
    }
}
