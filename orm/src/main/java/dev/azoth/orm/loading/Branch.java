package dev.azoth.orm.loading;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.LazyLoader;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.RelationshipMapping;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.orm.mapping.model.ToManyModel.CollectionKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in what a query loads: the plan there, how the program came there, and from which line. Objects that were loaded there keep it, to
 * load what they lack, and to say what was forgotten when that is too late.
 */
final class Branch implements LazyLoader, CollectionLoader {
    private final EntityQueries queries;
    private final LoadPlan plan;
    private final LoadPath path;
    private final CallSite loadedAt;
    private final @Nullable Branch[] children;

    Branch(EntityQueries queries, LoadPlan plan, LoadPath path, CallSite loadedAt) {
        this.queries = queries;
        this.plan = plan;
        this.path = path;
        this.loadedAt = loadedAt;
        this.children = new @Nullable Branch[plan.steps().size()];
    }

    LoadPlan plan() {
        return plan;
    }

    LoadPath path() {
        return path;
    }

    CallSite loadedAt() {
        return loadedAt;
    }

    /** The same place with another plan. */
    Branch with(LoadPlan other) {
        return new Branch(queries, other, path, loadedAt);
    }

    /** Where a relationship leads, as part of the same load. */
    Branch child(LoadPlan.Step step) {
        Branch child = children[step.position()];
        if (child == null) {
            child = childAt(step, loadedAt);
            children[step.position()] = child;
        }
        return child;
    }

    private Branch childAt(LoadPlan.Step step, CallSite site) {
        return new Branch(queries, step.target(), path.to(step), site);
    }

    /** A collection that loads itself from here; to be bound to its owner. */
    Tracked collection(ToManyMapping attribute) {
        CollectionContent content = new CollectionContent(attribute, this);
        return attribute.collection() == CollectionKind.SET ? new TrackedSet(content) : new TrackedList(content);
    }

    @Override
    public @Nullable Object load(LazyReference<?> reference) {
        Object owner = reference.owner();
        CallSite site = permitted(owner, reference.attribute());
        if (reference.attribute() instanceof ColumnAttribute column) {
            implicit(owner, column, site);
            return queries.column(owner, column);
        }
        ToOneMapping relationship = (ToOneMapping) reference.attribute();
        if (reference.key().length > 0) {
            Optional<Object> held = queries.find(relationship.target().key(reference.key()));
            if (held.isPresent()) {
                return held.get();
            }
        }
        implicit(owner, relationship, site);
        return queries.one(owner, reference, childAt(plan.step(relationship), site));
    }

    @Override
    public List<Object> load(CollectionContent content, boolean implicit) {
        Object owner = content.owner();
        CallSite site = implicit ? permitted(owner, content.attribute()) : CallSite.here();
        if (implicit) {
            implicit(owner, content.attribute(), site);
        }
        return queries.many(owner, content, childAt(plan.step(content.attribute()), site));
    }

    /** The line that asks, if its asking is allowed at all. */
    private CallSite permitted(Object owner, AttributeMapping attribute) {
        if (!queries.isOpen()) {
            throw LoadErrors.detached(this, owner, attribute, "its session is closed");
        }
        if (!queries.holds(owner)) {
            throw LoadErrors.detached(this, owner, attribute, "no session holds it any more");
        }
        if (attribute instanceof RelationshipMapping relationship
                && plan.step(relationship).strategy() == LoadStrategy.RAISE) {
            throw LoadErrors.raise(this, owner, attribute, "raiseload forbids loading it now", "leave raiseload away");
        }
        return CallSite.here();
    }

    /** A query is needed that nobody wrote. */
    private void implicit(Object owner, AttributeMapping attribute, CallSite site) {
        if (queries.isStrict()) {
            throw LoadErrors.raise(
                    this,
                    owner,
                    attribute,
                    "its session is strict, which forbids loading it now",
                    "open a session that is not strict");
        }
        queries.implicitly(path, attribute, site);
    }

    @Override
    public boolean takesAdditions() {
        return queries.takesAdditions();
    }
}
