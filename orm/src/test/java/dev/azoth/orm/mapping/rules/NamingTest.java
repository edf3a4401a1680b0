package dev.azoth.orm.mapping.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {
    @ParameterizedTest
    @CsvSource({
        "User,user",
        "OrderLine,order_line",
        "createdAt,created_at",
        "ID,id",
        "userID,user_id",
        "URLPath,url_path",
        "aB,a_b",
        "line2,line2",
        "line2Text,line2_text",
        "already_snake,already_snake",
        "Mixed_Case,mixed_case",
        "_hidden,_hidden",
        "straßeÖl,straße_öl"
    })
    void namesAreSnakeCase(String name, String expected) {
        assertThat(Naming.snakeCase(name)).isEqualTo(expected);
    }
}
