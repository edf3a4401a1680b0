package dev.azoth.dialect.postgresql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database at Supabase, by its host. A project's own host, {@code db.REF.supabase.co}, is the server itself; the host of a region, {@code aws-0-REGION.pooler.supabase.com}, is a pooler for all projects there, which knows
 * them by the user, {@code postgres.REF}: of sessions on port 5432, of transactions on port 6543.
 *
 * @param project the project's reference; empty for a pooler
 */
record SupabaseHost(String name, Optional<String> project) {
    private static final Pattern DIRECT = Pattern.compile("db\\.([a-z0-9]+)\\.supabase\\.co");
    private static final String POOLER = ".pooler.supabase.com";
    private static final int SESSIONS = 5432;

    static Optional<SupabaseHost> of(String host) {
        Matcher direct = DIRECT.matcher(host);
        if (direct.matches()) {
            return Optional.of(new SupabaseHost(host, Optional.of(direct.group(1))));
        }
        return host.endsWith(POOLER) ? Optional.of(new SupabaseHost(host, Optional.empty())) : Optional.empty();
    }

    boolean isPooler() {
        return project.isEmpty();
    }

    /** Whether each transaction may meet another connection to the server. */
    boolean isOfTransactions(int port) {
        return isPooler() && port != SESSIONS && port >= 0;
    }

    /** What to do when no connection to it could be made at all. */
    String unreachable() {
        return project.map(reference -> name
                        + " has an address of IPv6 alone, unless the project has the add-on for IPv4: from a network"
                        + " without IPv6 use the pooler of sessions, postgresql://postgres." + reference
                        + ":PASSWORD@aws-0-REGION" + POOLER + ":5432/postgres, as the dashboard shows it under Connect")
                .orElse(
                        "the host of a pooler is aws-0-REGION" + POOLER
                                + " or aws-1-REGION, as the dashboard shows it under Connect; a project that is paused has none");
    }

    /** What to do when it let nobody in. */
    Optional<String> refused(String user) {
        if (project.isPresent()) {
            return user.endsWith("." + project.get())
                    ? Optional.of("the user " + user + " is the pooler's; of " + name + " it is postgres")
                    : Optional.empty();
        }
        return Optional.of(
                user.contains(".")
                        ? "the pooler knows projects by the user and their region: is "
                                + user.substring(user.indexOf('.') + 1) + " the project's reference, and " + name
                                + " the host of its region?"
                        : "the pooler knows projects by the user, which is postgres.REF with the project's reference, not "
                                + user);
    }
}
