package dev.azoth.orm.criteria;

import dev.azoth.sql.QueryOption;
import dev.azoth.sql.Structure;
import java.util.Set;

/**
 * An option of a statement that adds criteria, or does without some. What comes of it is in the statement's conditions, so it adds nothing to their structure.
 *
 * @param added   those that are added
 * @param without the kinds that are left out
 * @param of      of which classes; none for all
 */
public record CriteriaOption(Set<Criterion> added, Set<Criterion.Kind> without, Set<Class<?>> of)
        implements QueryOption {
    /** Takes immutable copies. */
    public CriteriaOption {
        added = Set.copyOf(added);
        without = Set.copyOf(without);
        of = Set.copyOf(of);
    }

    /** A criterion more. */
    public static CriteriaOption adding(Criterion criterion) {
        return new CriteriaOption(Set.of(criterion), Set.of(), Set.of());
    }

    /** Without those of a kind. */
    public static CriteriaOption without(Criterion.Kind kind, Class<?>... of) {
        return new CriteriaOption(Set.of(), Set.of(kind), Set.of(of));
    }

    boolean omits(Criterion criterion) {
        return without.contains(criterion.kind()) && (of.isEmpty() || of.contains(criterion.type()));
    }

    @Override
    public void describe(Structure out) {
        // nothing: see above
    }
}
