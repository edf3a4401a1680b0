package dev.azoth.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.DatabaseException;
import dev.azoth.dialect.DatabaseUrl;
import dev.azoth.engine.Engine;
import java.io.FileNotFoundException;
import java.net.NoRouteToHostException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again and again of those who connect to Supabase, and is said with the failure: IPv6, the pooler's users, passwords in URLs. No test needs the network. */
class SupabaseTest {
    private static final String DIRECT = "postgresql://postgres:secret@db.abcdefghij.supabase.co:5432/postgres";
    private static final String POOLER =
            "postgresql://postgres.abcdefghij:secret@aws-0-eu-central-1.pooler.supabase.com:6543/postgres";

    private static String advice(String url, SQLException failure) {
        return new PostgresqlDialect().advice(DatabaseUrl.parse(url), failure).orElse("");
    }

    private static SQLException unreachable(Exception cause) {
        return new SQLException("The connection attempt failed.", "08001", cause);
    }

    @Test
    void aHostWithoutIpv4IsExplainedWithThePoolersUrl() {
        String expected =
                "db.abcdefghij.supabase.co has an address of IPv6 alone, unless the project has the add-on for IPv4:"
                        + " from a network without IPv6 use the pooler of sessions,"
                        + " postgresql://postgres.abcdefghij:PASSWORD@aws-0-REGION.pooler.supabase.com:5432/postgres,"
                        + " as the dashboard shows it under Connect";
        assertThat(advice(DIRECT, unreachable(new UnknownHostException("db.abcdefghij.supabase.co"))))
                .isEqualTo(expected);
        assertThat(advice(DIRECT, unreachable(new NoRouteToHostException("Network is unreachable"))))
                .isEqualTo(expected);
        assertThat(advice(
                        "jdbc:postgresql://db.abcdefghij.supabase.co:5432/postgres?user=postgres",
                        unreachable(new UnknownHostException("db.abcdefghij.supabase.co"))))
                .isEqualTo(expected);
        assertThat(advice(POOLER, unreachable(new UnknownHostException("aws-0-eu"))))
                .contains("the host of a pooler is aws-0-REGION.pooler.supabase.com");
    }

    @Test
    void theUserOfTheOtherHostIsToldApart() {
        SQLException noTenant = new SQLException("FATAL: Tenant or user not found", "XX000");
        assertThat(advice(POOLER.replace("postgres.abcdefghij", "postgres"), noTenant))
                .isEqualTo(
                        "the pooler knows projects by the user, which is postgres.REF with the project's reference, not postgres");
        assertThat(advice(POOLER, noTenant))
                .isEqualTo(
                        "the pooler knows projects by the user and their region: is abcdefghij the project's reference,"
                                + " and aws-0-eu-central-1.pooler.supabase.com the host of its region?");
        SQLException password = new SQLException("FATAL: password authentication failed", "28P01");
        assertThat(advice(DIRECT.replace("postgres:", "postgres.abcdefghij:"), password))
                .startsWith(
                        "the user postgres.abcdefghij is the pooler's; of db.abcdefghij.supabase.co it is postgres; a character");
        assertThat(advice(DIRECT, password))
                .isEqualTo(
                        "a character of the password that has a meaning in URLs is percent-encoded there: % is %25, @ is %40, / is %2F, ? is %3F, # is %23");
    }

    @Test
    void whatIsWrongWithTlsIsSaidForEveryHost() {
        String elsewhere = "postgresql://u:p@db.example/app";
        assertThat(advice(elsewhere, new SQLException("The server does not support SSL.", "08004")))
                .isEqualTo(
                        "a host elsewhere is connected to over TLS: sslmode=disable in the URL sends everything in the clear, where that may be");
        assertThat(advice(
                        elsewhere + "?sslmode=verify-full",
                        new SQLException(
                                "Could not open SSL root certificate file /home/ann/.postgresql/root.crt.",
                                "08006",
                                new FileNotFoundException("root.crt"))))
                .startsWith("sslmode=verify-full takes a certificate");
        assertThat(advice(elsewhere, unreachable(new UnknownHostException("db.example"))))
                .isEmpty();
    }

    /** The port is free, and nothing listens. */
    @Test
    void adviceAndTheDriversOwnWordsAreBothTold() {
        try (Engine engine = Engine.create("postgresql://postgres:p@localhost:1/app?sslmode=verify-full"
                + "&sslrootcert=/no/such/file&connect_timeout=2")) {
            assertThatThrownBy(engine::server)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("localhost:1")
                    .hasMessageNotContaining("password");
        }
    }

    /** All that can be typed, encoded as it should be, and a character alone as it is. */
    @ParameterizedTest
    @ValueSource(strings = {"db.abcdefghij.supabase.co:5432", "aws-0-eu.pooler.supabase.com:6543"})
    void passwordsHaveEverySpecialCharacter(String host) {
        String all =
                IntStream.rangeClosed(33, 126).mapToObj(Character::toString).collect(Collectors.joining()) + "ä€😀";
        String encoded = URLEncoder.encode(all, StandardCharsets.UTF_8);
        DatabaseUrl url = DatabaseUrl.parse("postgresql://postgres.ref:" + encoded + "@" + host + "/postgres");
        assertThat(url.password()).contains(all);
        assertThat(url.user()).contains("postgres.ref");
        assertThat(url.toString()).doesNotContain(encoded).doesNotContain(all);
        for (char each : "!\"$&'()*+,-.:;<=>@[\\]^_`{|}~".toCharArray()) {
            assertThat(DatabaseUrl.parse("postgresql://postgres.ref:p" + each + "w@" + host + "/postgres")
                            .password())
                    .contains("p" + each + "w");
        }
    }
}
