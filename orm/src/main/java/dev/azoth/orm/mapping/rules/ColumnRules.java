package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.ColumnModel;
import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.Optional;
import java.util.Set;

/** Maps a member to a column. */
final class ColumnRules {
    private static final String INSTANT = "java.time.Instant";
    private static final Set<String> NO_KEY =
            Set.of("java.lang.Float", "java.lang.Double", "java.lang.Boolean", "[B", Azoth.JSON);

    private final ClassView owner;
    private final Findings findings;

    ColumnRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    ColumnModel map(MemberView member, ColumnOverrides overrides, boolean inKey) {
        ColumnSettings settings = overrides.column(member);
        TypeView value = MemberModels.value(member);
        boolean id = member.has(Jakarta.ID) || inKey;
        boolean version = member.has(Jakarta.VERSION);
        boolean marks = member.has(Azoth.SOFT_DELETE);
        boolean tenant = member.has(Azoth.TENANT_ID);
        checkLazy(member);
        TypeModel type = new TypeRules(findings).type(member, value, settings);
        if (id) {
            checkId(member, type);
        }
        if (version) {
            checkVersion(member, id);
        }
        if (marks) {
            checkSoftDelete(member, value, settings, id || version);
        }
        if (tenant) {
            checkTenant(member, settings, version || marks);
        }
        Generation generation = new GenerationRules(owner, findings).of(member, value, id);
        if (version && generation instanceof Generation.Assigned && !GenerationRules.NUMBERED.contains(value.name())) {
            findings.error(
                    member,
                    "a version is a number or a time, not " + value.spelled()
                            + ": other values are made with @GeneratedBy, or come from the database with @FetchedValue");
        }
        boolean written = !(generation instanceof Generation.Computed)
                && !(generation instanceof Generation.Fetched fetched && fetched.system())
                && !(version && generation.isOfDatabase());
        return new ColumnModel(
                MemberModels.of(member, owner),
                Naming.orDefault(settings.name(), member.name()),
                type,
                id,
                marks
                        ? value.name().equals(INSTANT)
                        : !id
                                && !version
                                && !tenant
                                && settings.nullable()
                                && !required(member)
                                && (overrides.isOptional() || MemberModels.isNullable(member)),
                settings.unique(),
                written && settings.insertable(),
                written && settings.updatable() && !tenant,
                member.has(Azoth.SENSITIVE),
                new CommentRules(findings).checked(settings.comment(), member),
                generation,
                version,
                marks,
                tenant,
                Optional.empty());
    }

    private void checkTenant(MemberView member, ColumnSettings settings, boolean versionOrMark) {
        if (versionOrMark) {
            findings.error(member, "a version or a mark of deletion cannot say, too, whose a row is");
        }
        if (member.has(Jakarta.CONVERT)) {
            findings.error(member, "@TenantId is written as it is: take @Convert away");
        }
        if (!settings.insertable()) {
            findings.error(member, "@TenantId is written by the session: take insertable = false away");
        }
    }

    private void checkSoftDelete(MemberView member, TypeView value, ColumnSettings settings, boolean keyOrVersion) {
        if (!value.name().equals("java.lang.Boolean") && !value.name().equals(INSTANT)) {
            findings.error(
                    member,
                    "@SoftDelete is for a boolean, or for an Instant that tells since when, not " + value.spelled());
        } else if (member.has(Jakarta.CONVERT)) {
            findings.error(member, "@SoftDelete is written as it is: take @Convert away");
        }
        if (keyOrVersion) {
            findings.error(member, "a key or a version cannot say, too, that a row is deleted");
        }
        if (MemberKind.isLazy(member)) {
            findings.error(member, "what says that a row is deleted is read with it: take Lazy away");
        }
        if (!settings.insertable() || !settings.updatable()) {
            findings.error(
                    member,
                    "@SoftDelete is written by the session: take insertable = false and updatable = false away");
        }
    }

    private static boolean required(MemberView member) {
        return member.annotation(Jakarta.BASIC)
                .map(each -> !each.flag("optional"))
                .orElse(false);
    }

    private void checkLazy(MemberView member) {
        if (MemberKind.isLazy(member)) {
            if (member.type().arguments().isEmpty()) {
                findings.error(member, "a Lazy needs its type argument, such as Lazy<String>");
            }
            if (member.has(Jakarta.VERSION)) {
                findings.error(member, "a version is read with its row: take Lazy away");
            }
        } else if (member.annotation(Jakarta.BASIC)
                .map(each -> each.constant("fetch").equals("LAZY"))
                .orElse(false)) {
            findings.warning(
                    member,
                    "@Basic(fetch = LAZY) on a plain field is read with its row: declare it as Lazy<"
                            + member.type().boxed().spelled() + "> to read it when asked for");
        }
    }

    private void checkId(MemberView member, TypeModel type) {
        if (MemberKind.isLazy(member)) {
            findings.error(member, "a key is read with its row: take Lazy away");
        }
        if (NO_KEY.contains(MemberModels.value(member).name())) {
            findings.error(
                    member,
                    MemberModels.value(member).spelled() + " cannot be a key: it has no exact equality in Java and"
                            + " in the database; use a number, text, a UUID, a date or an enum");
        } else if (type instanceof TypeModel.Provided || type instanceof TypeModel.Array) {
            findings.error(
                    member, "a key cannot have a type of an annotation: use a number, text, a UUID, a date or an enum");
        }
    }

    private void checkVersion(MemberView member, boolean id) {
        if (id) {
            findings.error(member, "a version changes and a key does not: it cannot be both");
        }
    }
}
