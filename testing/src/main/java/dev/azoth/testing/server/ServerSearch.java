package dev.azoth.testing.server;

import dev.azoth.testing.DatabaseUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tries the ways to a server, in the order in which a user expects them. */
record ServerSearch(String product, List<Supplier<Attempt>> ways) {
    ServerSearch(String product, Image image, Function<ServerAddress, String> jdbcUrl) {
        this(
                product,
                List.of(
                        () -> NamedServer.of(product).find(jdbcUrl),
                        () -> ContainedServer.find(image, jdbcUrl),
                        () -> ScriptedServer.find(product)));
    }

    Attempt.Found find() {
        List<Attempt.Refused> refusals = new ArrayList<>();
        for (Supplier<Attempt> way : ways) {
            Attempt attempt = way.get();
            if (attempt instanceof Attempt.Found found) {
                return found;
            }
            refusals.add((Attempt.Refused) attempt);
        }
        throw new DatabaseUnavailableException(message(refusals));
    }

    private String message(List<Attempt.Refused> refusals) {
        StringBuilder message = new StringBuilder("There is no " + product + " to test on.\n");
        refusals.forEach(refused -> message.append("  %s %s%n".formatted(refused.way(), refused.reason())));
        return message.append("One of these has to work. To test without ")
                .append(product)
                .append(", name the databases to test on: -Dazoth.databases=sqlite,h2")
                .toString();
    }
}
