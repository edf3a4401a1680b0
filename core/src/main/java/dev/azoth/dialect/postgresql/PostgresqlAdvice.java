package dev.azoth.dialect.postgresql;

import dev.azoth.dialect.DatabaseUrl;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What to do when no connection could be made, where the server and the driver do not say it. */
final class PostgresqlAdvice {
    private static final String ENCODED =
            "a character of the password that has a meaning in URLs is percent-encoded there: % is %25, @ is %40, / is %2F, ? is %3F, # is %23";

    private PostgresqlAdvice() {}

    static Optional<String> of(DatabaseUrl url, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage());
        Optional<SupabaseHost> supabase = PostgresqlHosts.of(url.jdbc(), url).hosts().stream()
                .flatMap(host -> SupabaseHost.of(host.name()).stream())
                .findFirst();
        if (message.contains("does not support SSL")) {
            return Optional.of(
                    "a host elsewhere is connected to over TLS: sslmode=disable in the URL sends everything in the clear, where that may be");
        }
        if (isOf(failure, List.of(SSLException.class, FileNotFoundException.class))
                || message.contains("SSL root certificate")
                || message.contains("could not be verified")) {
            return Optional.of(
                    "sslmode=verify-full takes a certificate that is signed by an authority in sslrootcert=/path/to/ca.pem and is for the host of the URL;"
                            + " hosts offer that file for download");
        }
        if (supabase.isEmpty()) {
            return state.startsWith("28") && url.jdbc().isEmpty() ? Optional.of(ENCODED) : Optional.empty();
        }
        if (state.equals("08001") && isOf(failure, List.of(IOException.class))) {
            return Optional.of(supabase.get().unreachable());
        }
        boolean letNobodyIn = state.startsWith("28") || message.contains("Tenant or user not found");
        return letNobodyIn
                ? Optional.of(Stream.of(
                                        supabase.get().refused(url.user().orElse("postgres")),
                                        state.startsWith("28") ? Optional.of(ENCODED) : Optional.<String>empty())
                                .flatMap(Optional::stream)
                                .reduce((one, other) -> one + "; " + other)
                                .orElse(""))
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static boolean isOf(Throwable failure, List<Class<? extends IOException>> kinds) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> kinds.stream().anyMatch(kind -> kind.isInstance(cause)));
    }
}
