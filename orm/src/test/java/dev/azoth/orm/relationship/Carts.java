package dev.azoth.orm.relationship;

import dev.azoth.orm.AssociatedEntities;
import dev.azoth.orm.AssociatedValues;
import dev.azoth.orm.AssociationProxy;
import dev.azoth.orm.Entities;
import dev.azoth.orm.EntityPath;
import dev.azoth.orm.relationship.Cart.Article;
import dev.azoth.orm.relationship.Cart.Label;
import dev.azoth.orm.relationship.Cart.Line;
import dev.azoth.orm.relationship.Cart.Receipt;
import dev.azoth.orm.relationship.Cart.Wish;
import dev.azoth.sql.Expression;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The association proxies of a {@link Cart}. */
final class Carts {
    static final EntityPath<Cart> CART = Entities.path(Cart.class);
    static final EntityPath<Line> LINE = Entities.path(Line.class);
    static final EntityPath<Article> ARTICLE = Entities.path(Article.class);
    static final EntityPath<Label> LABEL = Entities.path(Label.class);
    static final EntityPath<Wish> WISH = Entities.path(Wish.class);
    static final EntityPath<Receipt> RECEIPT = Entities.path(Receipt.class);

    static final AssociationProxy<Cart, List<Article>, AssociatedEntities<Article>> ARTICLES =
            AssociationProxy.list(CART.toMany("lines", Line.class), LINE.toOne("article", Article.class), Line::new);
    static final AssociationProxy<Cart, Set<String>, AssociatedValues<String>> LABELS =
            AssociationProxy.set(CART.toMany("labels", Label.class), LABEL.column("name", String.class), Label::new);
    static final AssociationProxy<Cart, Map<String, String>, AssociatedValues<String>> WISHES = AssociationProxy.map(
            CART.toMany("wishes", Wish.class), String.class, WISH.column("content", String.class), Wish::new);
    static final AssociationProxy<Cart, @Nullable String, Expression<String>> NOTE = AssociationProxy.one(
            CART.toOne("receipt", Receipt.class), RECEIPT.column("note", String.class), Receipt::new);
    static final AssociationProxy<Cart, @Nullable Article, AssociatedEntities<Article>> GIFT = AssociationProxy.one(
            CART.toOne("receipt", Receipt.class), RECEIPT.toOne("gift", Article.class), Receipt::of);

    private Carts() {}
}
