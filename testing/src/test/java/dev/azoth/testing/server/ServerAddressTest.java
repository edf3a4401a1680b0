package dev.azoth.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerAddressTest {
    private static final String URL = "postgresql://sc%40tt:t%20%2Bg%3Ar@db.example:5432/app?sslmode=require";
    private static final ServerAddress ADDRESS =
            new ServerAddress("sc@tt", "t +g:r", "db.example", 5432, "app", "sslmode=require");

    @Test
    void isReadFromAUrl() {
        assertThat(ServerAddress.parse(URL)).isEqualTo(ADDRESS);
    }

    @Test
    void isWrittenAsAUrl() {
        assertThat(ADDRESS.url("postgresql")).isEqualTo(URL);
    }

    @Test
    void hasNoColonWithoutAPassword() {
        assertThat(ServerAddress.parse("mysql://root@127.0.0.1:3306/test").url("mysql"))
                .isEqualTo("mysql://root@127.0.0.1:3306/test");
    }

    @Test
    void isWrittenForJdbc() {
        assertThat(ADDRESS.withDatabase("other").jdbcUrl("postgresql"))
                .isEqualTo(
                        "jdbc:postgresql://db.example:5432/other?user=sc%40tt&password=t%20%2Bg%3Ar&sslmode=require");
    }

    @Test
    void keepsThePasswordToItself() {
        assertThat(ADDRESS).hasToString("sc@tt@db.example:5432/app");
    }
}
