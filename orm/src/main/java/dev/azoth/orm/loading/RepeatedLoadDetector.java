package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.StatementWalk;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Query;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts how often a line of the program asks the same of the database, and says so when it is too often. Costs nothing when it is off. */
final class RepeatedLoadDetector {
    static final String MESSAGE = """
            One line asked the same of the database %d times in a session: this is N+1.
              asked for  %s
              at         %s
              instead    %s
              or         allow more than %d; see docs/orm/loading.md#raise""";

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedLoadDetector.class);

    private final Supplier<RepeatedLoads> setting;
    private final Map<List<Object>, Integer> counts = new HashMap<>();
    private final Set<Object> places = new HashSet<>();

    RepeatedLoadDetector(Supplier<RepeatedLoads> setting) {
        this.setting = setting;
    }

    boolean isOn() {
        return setting.get().reaction() != RepeatedLoads.Reaction.NONE;
    }

    /** An attribute loads itself. */
    void lazily(LoadPath path, AttributeMapping attribute, CallSite site) {
        if (isOn()) {
            count(attribute, 1, site, attribute.toString(), path.queryWith(attribute));
        }
    }

    /** An object is asked for by its key. */
    void byKey(EntityMapping<?> mapping, CallSite site) {
        if (isOn()) {
            String name = LoadPath.variable(mapping);
            count(
                    mapping,
                    1,
                    site,
                    mapping.name() + " by its key",
                    "one query for all: select(" + name + ").where(" + name + "….in(keys))");
        }
    }

    /** A query is run. What shape it has is looked at from the second time on that its place runs one: most do so once. */
    void query(Query<?> query, CallSite site) {
        if (isOn() && !places.add(site.place())) {
            count(
                    StatementWalk.of(query).key(),
                    2,
                    site,
                    "the same query, with other values",
                    "one query for all of them, with in(…)");
        }
    }

    private void count(Object shape, int first, CallSite site, String asked, String instead) {
        RepeatedLoads limits = setting.get();
        int count = counts.merge(List.of(shape, site.place()), first, (before, one) -> before + 1);
        if (count <= limits.limit()) {
            return;
        }
        String message = MESSAGE.formatted(count, asked, site, instead, limits.limit());
        if (limits.reaction() == RepeatedLoads.Reaction.FAIL) {
            throw new InvalidRequestException(message);
        }
        if (count == limits.limit() + 1) {
            LOG.warn(message);
        }
    }
}
