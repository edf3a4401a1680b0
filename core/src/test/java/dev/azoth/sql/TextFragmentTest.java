package dev.azoth.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFragmentTest {
    @Test
    void namesAfterColonsAreParameters() {
        TextFragment text = TextFragment.parse("SELECT :a, t.x + :b_2 FROM t WHERE y=:a");

        assertThat(text.parameters()).containsExactly("a", "b_2", "a");
        assertThat(text.pieces()).containsExactly("SELECT ", ", t.x + ", " FROM t WHERE y=", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT ':no'",
                "SELECT \":no\"",
                "SELECT `:no`",
                "SELECT 'it''s :no'",
                "SELECT 1 -- :no",
                "SELECT /* :no */ 1",
                "SELECT $$it's :no$$",
                "DO $do$ a := :no $$ :no $do$",
                "SELECT x::text",
                "SET @a := 1",
                "SELECT '12:30'",
                "SELECT a[1:2]",
                "SELECT 'unclosed :no",
                "SELECT \\:no"
            })
    void otherColonsAreNot(String sql) {
        assertThat(TextFragment.parse(sql).parameters()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT $$a$$, :yes",
                "SELECT a$$b, :yes, c$$d",
                "SELECT $1, :yes, $2",
                "SELECT $ :yes $",
                "SELECT $$ :yes"
            })
    void dollarsThatAreNoQuotesHideNothing(String sql) {
        assertThat(TextFragment.parse(sql).parameters()).containsExactly("yes");
    }

    @Test
    void anEscapedColonLosesItsBackslash() {
        assertThat(TextFragment.parse("a \\:b").pieces()).containsExactly("a :b");
    }

    @Test
    void bindingAnUnknownNameNamesTheKnownOnes() {
        assertThatThrownBy(() -> Sql.text("SELECT :a").bind("b", 1))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("the text has no parameter :b; its parameters are [a]");
    }
}
