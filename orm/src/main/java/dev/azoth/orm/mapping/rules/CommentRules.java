package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.Optional;

/** Reads what is said of tables and columns for those who look into the database. */
final class CommentRules {
    private final Findings findings;

    CommentRules(Findings findings) {
        this.findings = findings;
    }

    /** The comment in an annotation on a class; empty for none. */
    String of(Optional<AnnotationView> annotation, ClassView owner) {
        String text = annotation.map(each -> each.text("comment")).orElse("");
        if (!isStored(text)) {
            findings.error(owner, refusal(text));
        }
        return text;
    }

    /** The comment in an annotation on a member; empty for none. */
    String of(Optional<AnnotationView> annotation, MemberView owner) {
        return checked(annotation.map(each -> each.text("comment")).orElse(""), owner);
    }

    String checked(String text, MemberView owner) {
        if (!isStored(text)) {
            findings.error(owner, refusal(text));
        }
        return text;
    }

    private static boolean isStored(String text) {
        return text.codePoints().noneMatch(each -> each == 0 || Character.getType(each) == Character.SURROGATE);
    }

    private static String refusal(String text) {
        return "its comment has " + (text.indexOf('\0') < 0 ? "half of a surrogate pair" : "a NUL")
                + ", which databases do not store";
    }
}
