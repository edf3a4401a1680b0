package dev.azoth.sql;

import dev.azoth.InvalidRequestException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Clauses of the user's own, and pieces of text, in a statement that changes rows. */
final class ChangePieces {
    private static final Set<SyntaxExtension.Point> POINTS = EnumSet.of(
            SyntaxExtension.Point.AFTER_SELECT, SyntaxExtension.Point.BEFORE_RETURNING, SyntaxExtension.Point.AT_END);

    private ChangePieces() {}

    /** Those there were, and more. */
    static List<SyntaxExtension> with(List<SyntaxExtension> before, SyntaxExtension... more) {
        for (SyntaxExtension each : more) {
            if (!POINTS.contains(each.point())) {
                throw new InvalidRequestException(
                        "a clause of one's own in a statement that changes rows stands at one of " + POINTS + ", not "
                                + each.point());
            }
        }
        return SelectParts.appended(before, Arrays.asList(more));
    }

    static SqlPiece prefix(String text, String... dialects) {
        return new SqlPiece(SyntaxExtension.Point.AFTER_SELECT, text, Set.of(dialects));
    }

    static SqlPiece suffix(String text, String... dialects) {
        return new SqlPiece(SyntaxExtension.Point.AT_END, text, Set.of(dialects));
    }

    static SqlPiece hint(String text, String... dialects) {
        return prefix("/*+ " + SqlPiece.checked(text) + " */", dialects);
    }
}
