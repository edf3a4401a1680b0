package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.LoadStrategy;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.Optional;

/**
 * Decides how a relationship is loaded when a query does not say.
 *
 * <p>Collections and {@code Lazy} members are loaded when asked for, plain members with their owners, a batch at a time. A plain member has no state
 * for "not loaded": one that is asked to be lazy by {@code fetch} is loaded in batches all the same, with a warning, and one that is asked by
 * {@code @Load} is an error.
 */
final class LoadRules {
    private final Findings findings;

    LoadRules(Findings findings) {
        this.findings = findings;
    }

    LoadStrategy toOne(MemberView member, AnnotationView relation) {
        boolean lazy = MemberKind.isLazy(member);
        Optional<LoadStrategy> said = said(member);
        boolean fetchLazy = relation.constant("fetch").equals("LAZY");
        if (said.isPresent()) {
            if (fetchLazy) {
                contradiction(member);
            }
            if (!lazy && (said.get() == LoadStrategy.LAZY || said.get() == LoadStrategy.RAISE)) {
                findings.error(
                        member,
                        "@Load(" + said.get() + ") needs a field that can be not loaded: declare it as Lazy<"
                                + member.type().spelled() + ">");
            }
            return said.get();
        }
        if (!lazy && fetchLazy) {
            findings.warning(
                    member,
                    "fetch = LAZY on a plain field is loaded with its owners, by one query a batch: declare it as Lazy<"
                            + member.type().spelled()
                            + "> to load it when asked for, or write @Load(SELECTIN) to have it so");
        }
        return lazy ? LoadStrategy.LAZY : LoadStrategy.SELECTIN;
    }

    LoadStrategy toMany(MemberView member, AnnotationView relation) {
        Optional<LoadStrategy> said = said(member);
        boolean eager = relation.constant("fetch").equals("EAGER");
        if (said.isPresent() && eager) {
            contradiction(member);
        }
        return said.orElse(eager ? LoadStrategy.SELECTIN : LoadStrategy.LAZY);
    }

    private void contradiction(MemberView member) {
        findings.error(member, "@Load and fetch both say how it is loaded: keep @Load");
    }

    private static Optional<LoadStrategy> said(MemberView member) {
        return member.annotation(Azoth.LOAD).map(each -> LoadStrategy.valueOf(each.constant("value")));
    }
}
