package dev.azoth.orm.loading;

import dev.azoth.InvalidRequestException;
import dev.azoth.compile.StatementWalk;
import dev.azoth.orm.RepeatedLoads;
import dev.azoth.orm.mapping.AttributeMapping;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
              or         allow more than %d; see docs/orm/loading.md#n-plus-1""";

    private static final Logger LOG = LoggerFactory.getLogger(RepeatedLoadDetector.class);

    private final Supplier<RepeatedLoads> setting;
    private final Map<List<Object>, Integer> counts = new HashMap<>();

    RepeatedLoadDetector(Supplier<RepeatedLoads> setting) {
        this.setting = setting;
    }

    private boolean isOff() {
        return setting.get().reaction() == RepeatedLoads.Reaction.NONE;
    }

    /** An attribute loads itself. */
    void lazily(LoadPath path, AttributeMapping attribute, CallSite site) {
        if (!isOff()) {
            count(attribute, site, attribute.toString(), path.queryWith(attribute));
        }
    }

    /** An object is asked for by its key. */
    void byKey(EntityMapping<?> mapping) {
        if (!isOff()) {
            String name = LoadPath.variable(mapping);
            count(
                    mapping,
                    CallSite.here(),
                    mapping.name() + " by its key",
                    "one query for all: select(" + name + ").where(" + name + "….in(keys))");
        }
    }

    /** A query is run. */
    void query(Query<?> query) {
        if (!isOff()) {
            count(
                    StatementWalk.of(query).key(),
                    CallSite.here(),
                    "the same query, with other values",
                    "one query for all of them, with in(…)");
        }
    }

    private void count(Object shape, CallSite site, String asked, String instead) {
        RepeatedLoads limits = setting.get();
        String place = site.toString();
        int count = counts.merge(List.of(shape, place), 1, Integer::sum);
        if (count <= limits.limit()) {
            return;
        }
        String message = MESSAGE.formatted(count, asked, place, instead, limits.limit());
        if (limits.reaction() == RepeatedLoads.Reaction.FAIL) {
            throw new InvalidRequestException(message);
        }
        if (count == limits.limit() + 1) {
            LOG.warn(message);
        }
    }
}
