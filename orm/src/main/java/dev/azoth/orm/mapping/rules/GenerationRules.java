package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.Generation;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a column's values come from when the program sets none. */
final class GenerationRules {
    /** The classes of numbers that a database counts with. */
    static final Set<String> NUMBERED = Set.of("java.lang.Short", "java.lang.Integer", "java.lang.Long");

    /** The classes of times that tell versions apart. */
    static final Set<String> TIMES = Set.of("java.time.Instant", "java.time.LocalDateTime", "java.time.OffsetDateTime");

    private static final Set<String> UUIDS = Set.of("java.util.UUID", "java.lang.String");
    private static final List<String> OF_DATABASE =
            List.of(Azoth.SERVER_DEFAULT, Azoth.COMPUTED, Azoth.SQL_EXPRESSION, Azoth.FETCHED_VALUE);
    private static final int BLOCK = 50;

    private final ClassView owner;
    private final Findings findings;

    GenerationRules(ClassView owner, Findings findings) {
        this.owner = owner;
        this.findings = findings;
    }

    Generation of(MemberView member, TypeView value, boolean id) {
        List<AnnotationView> by = makers(member);
        List<AnnotationView> database = OF_DATABASE.stream()
                .flatMap(each -> member.annotation(each).stream())
                .toList();
        Optional<AnnotationView> generated = member.annotation(Jakarta.GENERATED_VALUE);
        if (by.size() + database.size() + (generated.isPresent() ? 1 : 0) > 1) {
            findings.error(member, "more than one annotation says where its values come from: keep one of them");
        }
        if (!by.isEmpty()) {
            return made(member, by.get(0), id);
        }
        if (!database.isEmpty()) {
            return ofDatabase(member, database.get(0), id);
        }
        if (generated.isEmpty()) {
            return member.has(Jakarta.VERSION) && TIMES.contains(value.name())
                    ? new Generation.Made(Jakarta.VERSION, Azoth.PREFIX + "VersionTimes", true)
                    : new Generation.Assigned();
        }
        if (!id) {
            findings.error(
                    member,
                    "@GeneratedValue is for members of the key: add @Id, remove it, or have the session make the values with @GeneratedBy");
            return new Generation.Assigned();
        }
        return generated(member, value, generated.get());
    }

    // made by a class

    /** The annotations that name a generator, by themselves or by an annotation on theirs. */
    private static List<AnnotationView> makers(MemberView member) {
        return member.annotations().stream()
                .filter(each ->
                        each.name().equals(Azoth.GENERATED_BY) || each.type().has(Azoth.GENERATED_BY))
                .toList();
    }

    private Generation made(MemberView member, AnnotationView annotation, boolean id) {
        AnnotationView by = annotation.name().equals(Azoth.GENERATED_BY)
                ? annotation
                : annotation.type().annotation(Azoth.GENERATED_BY).orElseThrow();
        boolean changes = by.flag("changes") || member.has(Jakarta.VERSION);
        if (!Azoth.isKept(annotation)) {
            findings.error(
                    member, "@" + annotation.simpleName() + " is not kept at run time: add @Retention(RUNTIME) to it");
        }
        if (id && changes) {
            findings.error(
                    member, "a key stays as it is, and @" + annotation.simpleName() + " makes it anew for each change");
        } else if (!id) {
            checkMember(member, annotation, !changes);
        }
        return new Generation.Made(annotation.name(), by.typeValue("value").name(), changes);
    }

    private void checkMember(MemberView member, AnnotationView annotation, boolean onlyForNull) {
        if (onlyForNull && member.type().isPrimitive()) {
            findings.error(
                    member,
                    "a primitive member is never null, so it would never get a value of @"
                            + annotation.simpleName() + ": use "
                            + member.type().boxed().spelled());
        }
        if (MemberKind.isLazy(member)) {
            findings.error(member, "a value of @" + annotation.simpleName() + " is read with its row: take Lazy away");
        }
        if (owner.kind() == ClassView.Kind.RECORD && !MemberKind.isEntity(owner)) {
            findings.error(
                    member,
                    "an embedded record has all its values from the beginning: take @" + annotation.simpleName()
                            + " away");
        }
    }

    // given by the database

    private Generation ofDatabase(MemberView member, AnnotationView annotation, boolean id) {
        if (id) {
            findings.error(
                    member,
                    "@" + annotation.simpleName()
                            + " is not for keys: let the database number them, with @GeneratedValue, or have them made");
        }
        boolean version = member.has(Jakarta.VERSION);
        boolean written = !version && !annotation.name().equals(Azoth.COMPUTED);
        checkMember(member, annotation, written);
        return switch (annotation.simpleName()) {
            case "ServerDefault" -> new Generation.Default(text(member, annotation));
            case "Computed" -> new Generation.Computed(text(member, annotation));
            case "SqlExpression" -> new Generation.Expression(text(member, annotation), annotation.flag("changes"));
            default -> new Generation.Fetched(version || annotation.flag("changes"), annotation.flag("system"));
        };
    }

    private String text(MemberView member, AnnotationView annotation) {
        String sql = annotation.text("value");
        if (sql.isBlank()) {
            findings.error(member, "@" + annotation.simpleName() + " needs an expression of SQL");
        }
        return sql;
    }

    // @GeneratedValue

    private Generation generated(MemberView member, TypeView value, AnnotationView generated) {
        String strategy = generated.constant("strategy");
        String generator = generated.text("generator");
        boolean uuid = value.name().equals("java.util.UUID");
        return switch (strategy) {
            case "IDENTITY" -> identity(member, value);
            case "UUID" -> uuid(member, value);
            case "SEQUENCE" -> sequence(member, value, generator);
            case "AUTO" -> {
                if (!generator.isEmpty()) {
                    yield sequence(member, value, generator);
                }
                yield uuid ? uuid(member, value) : identity(member, value);
            }
            default -> {
                findings.error(
                        member,
                        "@GeneratedValue(strategy = " + strategy + ") is not supported: "
                                + Hints.unsupported("TableGenerator"));
                yield new Generation.Assigned();
            }
        };
    }

    private Generation identity(MemberView member, TypeView value) {
        checkNumber(member, value);
        return new Generation.Identity();
    }

    private void checkNumber(MemberView member, TypeView value) {
        if (!NUMBERED.contains(value.name())) {
            findings.error(
                    member,
                    "the database numbers keys of long, int or short, not " + value.spelled()
                            + ": use @GeneratedValue(strategy = UUID) for a UUID or a String, or assign the key");
        }
    }

    private Generation uuid(MemberView member, TypeView value) {
        if (!UUIDS.contains(value.name())) {
            findings.error(
                    member, "@GeneratedValue(strategy = UUID) is for a UUID or a String, not " + value.spelled());
        }
        return new Generation.Made(Jakarta.GENERATED_VALUE, Azoth.PREFIX + "GeneratedUuids", false);
    }

    // sequences

    private Generation sequence(MemberView member, TypeView value, String generator) {
        checkNumber(member, value);
        List<AnnotationView> said = declared(member).stream()
                .filter(each -> generator.isEmpty() || generator.equals(each.text("name")))
                .toList();
        if (said.isEmpty()) {
            if (!generator.isEmpty()) {
                findings.error(
                        member,
                        "@GeneratedValue(generator = \"" + generator
                                + "\"): neither the member nor its class has a @SequenceGenerator of that name");
            }
            return new Generation.Numbered("", "", 1, BLOCK);
        }
        AnnotationView sequence = said.get(0);
        int block = sequence.number("allocationSize");
        if (block < 1) {
            findings.error(
                    member,
                    "@SequenceGenerator(allocationSize = " + block
                            + "): it is the number of keys that one value of the sequence stands for, so at least 1");
        }
        String name = sequence.text("sequenceName");
        return new Generation.Numbered(
                sequence.text("schema"),
                name.isEmpty() ? sequence.text("name") : name,
                sequence.number("initialValue"),
                Math.max(block, 1));
    }

    /** The sequences that are said on the member, on its class, and on those that it is mapped with: in this order. */
    private List<AnnotationView> declared(MemberView member) {
        List<AnnotationView> all = new ArrayList<>(sequences(member.annotations()));
        all.forEach(each -> new SupportedAnnotations(findings).checkNested(member, MemberKind.COLUMN, each));
        all.addAll(sequences(member.declaringClass().annotations()));
        all.addAll(sequences(owner.annotations()));
        return all;
    }

    private static List<AnnotationView> sequences(List<AnnotationView> annotations) {
        List<AnnotationView> found = new ArrayList<>();
        AnnotationView.find(annotations, Jakarta.SEQUENCE_GENERATOR).ifPresent(found::add);
        AnnotationView.find(annotations, Jakarta.SEQUENCE_GENERATORS)
                .ifPresent(each -> found.addAll(each.annotations("value")));
        return found;
    }
}
