package dev.azoth.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseUrlTest {
    @Test
    void allPartsAreTakenApartAndDecoded() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgresql+psycopg://sc%40tt:t%2Fg%3Aer+%23@db.example.org:5433/my%20db?sslmode=verify-full&a=b%26c&flag");

        assertThat(url.scheme()).isEqualTo("postgresql");
        assertThat(url.driver()).contains("psycopg");
        assertThat(url.user()).contains("sc@tt");
        assertThat(url.password()).contains("t/g:er+#");
        assertThat(url.host()).isEqualTo("db.example.org");
        assertThat(url.port()).isEqualTo(5433);
        assertThat(url.database()).isEqualTo("my db");
        assertThat(url.parameters()).isEqualTo(Map.of("sslmode", "verify-full", "a", "b&c", "flag", ""));
    }

    @Test
    void aUrlIsMadeOfItsParts() {
        DatabaseUrl url = DatabaseUrl.of("postgresql")
                .withUser("sc@tt")
                .withPassword("t/g:er +#%41")
                .withHost("db.example.org")
                .withPort(5433)
                .withDatabase("my db")
                .with("application name", "a&b=c");

        assertThat(url.toStringWithPassword())
                .isEqualTo("postgresql://sc%40tt:t%2Fg%3Aer%20%2B%23%2541@db.example.org:5433/my%20db"
                        + "?application%20name=a%26b%3Dc");
        assertThat(DatabaseUrl.parse(url.toStringWithPassword())).isEqualTo(url).hasSameHashCodeAs(url);
        assertThat(url).hasToString("postgresql://sc@tt:***@db.example.org:5433/my db");
        assertThat(url.withPassword("other")).isNotEqualTo(url);
    }

    @Test
    void everyFormIsWrittenAsItWasRead() {
        for (String text : new String[] {
            "sqlite:///a/b.db",
            "sqlite:////tmp/b.db",
            "mysql+driver://u:secret@h:1/d?a=b&c=",
            "jdbc:postgresql://h/d?password=secret",
            "h2:mem:name",
            "postgresql://[::1]:5432/d"
        }) {
            assertThat(DatabaseUrl.parse(text).toStringWithPassword()).isEqualTo(text);
        }
    }

    @Test
    void wrongPartsAreRefused() {
        assertThatThrownBy(() -> DatabaseUrl.of("mysql").withPort(70_000))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("70000");
        assertThatThrownBy(() -> DatabaseUrl.parse("jdbc:mysql://h/d").withHost("other"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPasswordPastedAsItIsWorksAsFarAsItCan() {
        DatabaseUrl url = DatabaseUrl.parse("postgres://postgres.ref:p@ss:w/rd@aws-0.pooler.example.com:6543/postgres");

        assertThat(url.password()).contains("p@ss:w/rd");
        assertThat(url.host()).isEqualTo("aws-0.pooler.example.com");
        assertThat(url.port()).isEqualTo(6543);
    }

    @Test
    void thePasswordIsInNoText() {
        assertThat(DatabaseUrl.parse("mysql://u:secret@h/d").toString()).isEqualTo("mysql://u:***@h/d");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://h/d?user=u&password=secret&x=1")
                        .toString())
                .isEqualTo("jdbc:postgresql://h/d?user=u&password=***&x=1");
        assertThat(DatabaseUrl.parse("jdbc:postgresql://u:p@ss:w@h/d").toString())
                .isEqualTo("jdbc:postgresql://u:***@h/d");
        assertThatThrownBy(() -> DatabaseUrl.parse("mysql://u:sec/ret#1:x")).hasMessageNotContaining("ret#1");
    }

    @Test
    void onlyNumbersOfTheLoopbackRangeAreThisMachine() {
        assertThat(DatabaseUrl.parse("mysql://127.0.0.1/d").isLoopback()).isTrue();
        assertThat(DatabaseUrl.parse("mysql://127.evil.example/d").isLoopback()).isFalse();
    }

    @Test
    void sqliteHasFilesRelativeAbsoluteAndNone() {
        assertThat(DatabaseUrl.parse("sqlite:///a/b.db").database()).isEqualTo("a/b.db");
        assertThat(DatabaseUrl.parse("sqlite:////tmp/b.db").database()).isEqualTo("/tmp/b.db");
        assertThat(DatabaseUrl.parse("sqlite://").database()).isEmpty();
        assertThat(DatabaseUrl.parse("sqlite:////home/me@work/a:b.db").database())
                .isEqualTo("/home/me@work/a:b.db");
        assertThat(DatabaseUrl.parse("sqlite:///me@work/a.db").host()).isEmpty();
    }

    @Test
    void anIpv6HostKeepsItsBrackets() {
        DatabaseUrl url = DatabaseUrl.parse("postgresql://[::1]:5432/d");

        assertThat(url.host()).isEqualTo("[::1]");
        assertThat(url.port()).isEqualTo(5432);
        assertThat(url.isLoopback()).isTrue();
    }

    @Test
    void whatIsNoUrlSaysWhatOneIs() {
        assertThatThrownBy(() -> DatabaseUrl.parse("localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dialect://user:password@host:port/database");
        assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://h:99999/d")).hasMessageContaining("1 to 65535");
    }

    @Test
    void whatADialectTakesApartItselfIsKeptAsItIs() {
        DatabaseUrl url = DatabaseUrl.parse("some:mem:a%20b;PASSWORD=secret;X=1");

        assertThat(url.scheme()).isEqualTo("some");
        assertThat(url.opaque()).contains("mem:a%20b;PASSWORD=secret;X=1");
        assertThat(url).hasToString("some:mem:a%20b;PASSWORD=***;X=1");
        assertThat(DatabaseUrl.parse("some://host/name").opaque()).isEmpty();
        assertThatThrownBy(() -> DatabaseUrl.parse("C:\\app.db")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDialectThatNeedsAHostSaysSo() {
        assertThatThrownBy(() -> Dialects.of(DatabaseUrl.parse("postgresql:u:secret@h/d")))
                .hasMessage(
                        "a URL of postgresql begins with postgresql://: it is"
                                + " postgresql://user:password@host:port/database, or postgresql:///file where databases are files");
        assertThatThrownBy(() -> Dialects.of(DatabaseUrl.parse("localhost:5432/d")))
                .hasMessageStartingWith("there is no dialect for localhost:");
    }
}
