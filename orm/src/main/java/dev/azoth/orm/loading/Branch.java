package dev.azoth.orm.loading;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.criteria.Criteria;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.CollectionMapping;
import dev.azoth.orm.mapping.ColumnAttribute;
import dev.azoth.orm.mapping.ElementsMapping;
import dev.azoth.orm.mapping.LazyLoader;
import dev.azoth.orm.mapping.LazyReference;
import dev.azoth.orm.mapping.ToManyMapping;
import dev.azoth.orm.mapping.ToOneMapping;
import dev.azoth.sql.Condition;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in what a query loads: the plan there, how the program came there, and from which line. Objects that were loaded there keep it, to
 * load what they lack, and to say what was forgotten when that is too late.
 */
final class Branch implements LazyLoader, CollectionLoader {
    private final LazyLoads loads;
    private final Criteria everywhere;
    private final LoadPlan plan;
    private final LoadPath path;
    private final CallSite loadedAt;
    private final List<Condition> criteria;
    private final @Nullable Branch[] children;

    Branch(LazyLoads loads, Criteria everywhere, LoadPlan plan, LoadPath path, CallSite loadedAt) {
        this(loads, everywhere, plan, path, loadedAt, List.of());
    }

    private Branch(
            LazyLoads loads,
            Criteria everywhere,
            LoadPlan plan,
            LoadPath path,
            CallSite loadedAt,
            List<Condition> criteria) {
        this.loads = loads;
        this.everywhere = everywhere;
        this.criteria = criteria;
        this.plan = plan;
        this.path = path;
        this.loadedAt = loadedAt;
        this.children = new @Nullable Branch[plan.steps().size()];
    }

    /** The conditions on entities for all that is loaded from here. */
    Criteria everywhere() {
        return everywhere;
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

    /** What the objects there must meet. */
    List<Condition> criteria() {
        return criteria;
    }

    /** The same place with another plan. */
    Branch with(LoadPlan other) {
        return new Branch(loads, everywhere, other, path, loadedAt, criteria);
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
        return new Branch(loads, everywhere, step.target(), path.to(step), site, step.criteria());
    }

    /** A collection that loads itself from here; to be bound to its owner. */
    Tracked collection(CollectionMapping attribute) {
        CollectionContent content = new CollectionContent(attribute, this);
        return switch (attribute.collection()) {
            case SET -> new TrackedSet(content);
            case MAP -> new TrackedMap(content);
            case LIST -> new TrackedList(content);
            case WRITE_ONLY -> throw new IllegalArgumentException(attribute + " is never loaded");
        };
    }

    @Override
    public @Nullable Object load(LazyReference<?> reference) {
        // an Optional, since what is guarded gives something
        return loads.context()
                .guarded(() -> Optional.ofNullable(find(reference)))
                .orElse(null);
    }

    private @Nullable Object find(LazyReference<?> reference) {
        AttributeMapping attribute = reference.attribute();
        permit(reference.owner(), attribute);
        if (attribute instanceof ColumnAttribute column) {
            implicitly(reference.owner(), column);
            return loads.column(reference.owner(), column);
        }
        ToOneMapping relationship = (ToOneMapping) attribute;
        Optional<Object> held = loads.find(reference);
        if (held.isPresent()) {
            return held.get();
        }
        CallSite site = implicitly(reference.owner(), relationship);
        return loads.one(reference, childAt(plan.step(relationship), site));
    }

    @Override
    public Collection<Object> load(CollectionContent content, boolean implicit) {
        return loads.context().guarded(() -> find(content, implicit));
    }

    private Collection<Object> find(CollectionContent content, boolean implicit) {
        CallSite site;
        if (implicit) {
            permit(content.owner(), content.attribute());
            site = implicitly(content.owner(), content.attribute());
        } else {
            site = CallSite.here();
        }
        return content.attribute() instanceof ElementsMapping elements
                ? loads.elements(content, elements)
                : loads.many(content, childAt(plan.step(content.attribute()), site));
    }

    @Override
    public Collection<Object> all(CollectionContent content) {
        LoadPlan.Step step = plan.step(content.attribute());
        Branch target = new Branch(loads, everywhere, step.target(), path.to(step), CallSite.here());
        return loads.context().guarded(() -> loads.all(content, target));
    }

    @Override
    public String unloaded(LazyReference<?> reference) {
        return LoadErrors.serialized(this, reference.owner(), reference.attribute());
    }

    @Override
    public String unloaded(CollectionContent content) {
        return LoadErrors.serialized(this, content.owner(), content.attribute());
    }

    @Override
    public boolean takesChanges(CollectionContent content) {
        return loads.context().isOpen() && loads.context().takesChanges(content.owner());
    }

    @Override
    public boolean mayContain(CollectionContent content, Object element) {
        return loads.context().mayContain(content.owner(), (ToManyMapping) content.attribute(), element);
    }

    /** Asking must be allowed at all. */
    private void permit(Object owner, AttributeMapping attribute) {
        if (!loads.context().isOpen()) {
            throw LoadErrors.detached(this, owner, attribute, "its session is closed");
        }
        if (!loads.context().holds(owner)) {
            throw LoadErrors.detached(this, owner, attribute, "no session holds it any more");
        }
        if (!(attribute instanceof ColumnAttribute) && plan.step(attribute).strategy() == LoadStrategy.RAISE) {
            throw LoadErrors.raise(this, owner, attribute, "raiseload forbids loading it now", "leave raiseload away");
        }
    }

    /** A query is needed that nobody wrote; gives the line that asks. */
    private CallSite implicitly(Object owner, AttributeMapping attribute) {
        if (loads.context().isStrict()) {
            throw LoadErrors.raise(
                    this,
                    owner,
                    attribute,
                    "its session is strict, which forbids loading it now",
                    "open a session that is not strict");
        }
        CallSite site = CallSite.here();
        loads.implicitly(path, attribute, site);
        return site;
    }
}
