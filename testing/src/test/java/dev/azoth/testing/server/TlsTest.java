package dev.azoth.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.engine.Engine;
import dev.azoth.sql.Sql;
import dev.azoth.testing.OnDatabase;
import dev.azoth.type.Types;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL of its own, with a certificate that the test makes: what goes to another machine goes over TLS, and a certificate is checked by the authority that the URL names. */
@OnDatabase("postgresql")
class TlsTest {
    /** 127.0.0.1 as one number: the way there is this machine's, and yet it is not known for it. */
    private static final String ELSEWHERE = "2130706433";

    private static final String PASSWORD = "of the test";
    private static final Image IMAGE = new Image(
            "pgvector/pgvector:pg17",
            new ServerAddress("postgres", "postgres", "localhost", 5432, "postgres", ""),
            Map.of("POSTGRES_PASSWORD", "postgres"),
            List.of("postgres"));

    private final Path folder;

    TlsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatGoesElsewhereGoesOverTls() throws Exception {
        ServerAddress server = new ServerSearch(
                        "postgresql",
                        List.of(
                                () -> ContainedServer.find(IMAGE, each -> each.jdbcUrl("postgresql")),
                                () -> ScriptedServer.find("postgresql")))
                .find()
                .address();
        String here = server.url("postgresql");
        String elsewhere = server.at(ELSEWHERE, server.port()).url("postgresql");
        assertThat(isEncrypted(here)).isFalse();
        assertThatThrownBy(() -> isEncrypted(elsewhere))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not support SSL")
                .hasMessageContaining("sslmode=disable in the URL sends everything in the clear");
        assertThat(isEncrypted(elsewhere + "?sslmode=disable")).isFalse();

        Path authority = certificate("server", "dns:localhost");
        Path another = certificate("another", "dns:localhost");
        use(server);

        assertThat(isEncrypted(elsewhere)).isTrue();
        String named = server.at("localhost", server.port()).url("postgresql") + "?sslmode=verify-full&sslrootcert=";
        assertThat(isEncrypted(named + authority)).isTrue();
        String advice =
                "sslmode=verify-full takes a certificate that is signed by an authority in sslrootcert=/path/to/ca.pem and is for the host of the URL";
        assertThatThrownBy(() -> isEncrypted(named + another))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(advice);
        assertThatThrownBy(() -> isEncrypted(named + folder.resolve("missing.pem")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(advice);
        assertThatThrownBy(() -> isEncrypted(elsewhere + "?sslmode=verify-full&sslrootcert=" + authority))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(advice);
        assertThat(isEncrypted(elsewhere + "?sslmode=verify-ca&sslrootcert=" + authority))
                .isTrue();
    }

    private static boolean isEncrypted(String url) {
        try (Engine engine = Engine.create(url, o -> o.poolSize(1))) {
            return engine.transaction(connection -> connection
                    .execute(Sql.text("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                            .column("ssl", Types.BOOLEAN))
                    .one()
                    .get("ssl", Boolean.class));
        }
    }

    /** A key and a certificate in the server's name, signed by an authority of their own, whose certificate is given. */
    private Path certificate(String name, String host) throws Exception {
        Path store = folder.resolve(name + ".p12");
        keytool(store, "-genkeypair", "-alias", "ca", "-dname", "CN=Authority " + name, "-ext", "bc:c");
        keytool(
                store,
                "-genkeypair",
                "-alias",
                "server",
                "-signer",
                "ca",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host);
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        Files.writeString(
                folder.resolve(name + ".crt"),
                pem("CERTIFICATE", keys.getCertificate("server").getEncoded()));
        Files.writeString(
                folder.resolve(name + ".key"),
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
        Path authority = folder.resolve(name + "-ca.pem");
        Files.writeString(
                authority, pem("CERTIFICATE", keys.getCertificate("ca").getEncoded()));
        return authority;
    }

    private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-validity",
                "2"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind + "-----\n";
    }

    /** Written by the server itself, which runs as another user, and perhaps elsewhere. */
    private void use(ServerAddress server) throws IOException, SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl("postgresql"));
                var statement = connection.createStatement()) {
            String data;
            try (var rows = statement.executeQuery("SHOW data_directory")) {
                rows.next();
                data = rows.getString(1);
            }
            for (String file : List.of("server.crt", "server.key")) {
                String base64 = Base64.getEncoder().encodeToString(Files.readAllBytes(folder.resolve(file)));
                statement.execute("COPY (SELECT '" + base64 + "') TO PROGRAM 'base64 -d > " + data + "/" + file
                        + " && chmod 600 " + data + "/" + file + "'");
            }
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}
