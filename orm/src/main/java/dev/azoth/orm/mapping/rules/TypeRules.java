package dev.azoth.orm.mapping.rules;

import static java.util.Map.entry;

import dev.azoth.orm.mapping.model.TypeModel;
import dev.azoth.orm.mapping.view.AnnotationView;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import dev.azoth.orm.mapping.view.TypeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses the type of a column.
 *
 * <p>Text is {@code VARCHAR(255)} unless {@code @Column} has another length or {@code @Lob} says that there is no limit; bytes have no limit unless
 * {@code @Column} has one. Enums are their constants' names. {@code Instant} and {@code OffsetDateTime} are points in time
 * ({@code TIMESTAMPTZ}), {@code LocalDateTime} is a wall clock's reading ({@code TIMESTAMP}), and neither is ever the other.
 */
final class TypeRules {
    private static final Set<String> STANDARD = Set.of(
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Boolean",
            "java.util.UUID",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.Instant",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Duration",
            "java.time.Period",
            "java.time.Year",
            "java.math.BigInteger",
            Azoth.JSON);

    private static final Set<String> INEXACT = Set.of("java.lang.Float", "java.lang.Double", "[B", Azoth.JSON);

    private static final String CONVERT = "give it a converter with @Convert";
    private static final String INSTANT =
            "use Instant for a point in time, or LocalDateTime for a wall clock's reading";
    private static final String TEXT = "use String, with @Column(length = 1) for a single character";
    private static final String MANY =
            "use @OneToMany or @ManyToMany for entities, @ElementCollection for a table of values,"
                    + " @Array for an SQL array, or Json";

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            entry("java.util.Date", INSTANT),
            entry("java.util.Calendar", INSTANT),
            entry("java.sql.Timestamp", INSTANT),
            entry("java.sql.Date", "use LocalDate"),
            entry("java.sql.Time", "use LocalTime"),
            entry("java.time.ZonedDateTime", "use OffsetDateTime or Instant; no database keeps the zone"),
            entry("java.lang.Character", TEXT),
            entry("[C", TEXT),
            entry("[Ljava.lang.Byte;", "use byte[]"),
            entry("java.lang.Object", "use Json, or " + CONVERT),
            entry("java.util.Optional", "declare the value itself, and let null say that there is none"),
            entry("java.util.List", MANY),
            entry("java.util.Set", MANY),
            entry("java.util.Collection", MANY),
            entry("java.util.Map", "use Json, or " + CONVERT),
            entry("[F", "an annotation that has @MappedType can give it a type, as @Vector does"));

    private final Findings findings;

    TypeRules(Findings findings) {
        this.findings = findings;
    }

    /** The type, or a stand-in for it once an error is noted. */
    TypeModel type(MemberView member, TypeView value, ColumnSettings settings) {
        List<AnnotationView> typing = Azoth.typing(member);
        if (typing.size() + (member.has(Azoth.ARRAY) ? 1 : 0) + (member.has(Jakarta.CONVERT) ? 1 : 0) > 1) {
            findings.error(member, "more than one annotation gives it a type: keep one of them");
        }
        if (!typing.isEmpty()) {
            return provided(member, value, typing.get(0));
        } else if (member.has(Azoth.ARRAY)) {
            return array(member, value);
        }
        Optional<AnnotationView> convert = member.annotation(Jakarta.CONVERT);
        if (convert.isPresent()) {
            return converted(member, value, convert.get().typeValue("converter"), settings);
        }
        return basic(member, value, settings);
    }

    /** The type of a map's keys. */
    TypeModel mapKey(MemberView member, TypeView key, Optional<AnnotationView> column) {
        member.annotation(Jakarta.MAP_KEY_ENUMERATED).ifPresent(each -> {
            if (!isEnum(key)) {
                findings.error(member, "@MapKeyEnumerated says nothing of " + key.spelled() + ": it is for enums");
            } else if (!each.constant("value").equals("STRING")) {
                findings.error(
                        member,
                        "@MapKeyEnumerated(ORDINAL) is not supported, since a constant added in the middle would change what rows mean:"
                                + " write @MapKeyEnumerated(STRING), or leave it out");
            }
        });
        ColumnSettings settings = column.map(each -> new ColumnSettings(
                        "",
                        false,
                        false,
                        true,
                        true,
                        each.number("length"),
                        each.number("precision"),
                        each.number("scale"),
                        ""))
                .orElse(ColumnSettings.NONE);
        Optional<TypeModel> type = INEXACT.contains(key.name()) ? Optional.empty() : plain(key, settings, false);
        return type.orElseGet(() -> {
            findings.error(
                    member,
                    key.spelled() + " cannot be the key of a map: use a number, text, a UUID, a date or an enum");
            return new TypeModel.Text(0);
        });
    }

    private TypeModel basic(MemberView member, TypeView value, ColumnSettings settings) {
        checkSettings(member, value, settings);
        checkEnumerated(member, value);
        return plain(value, settings, member.has(Jakarta.LOB)).orElseGet(() -> {
            findings.error(member, value.spelled() + " has no column type: " + instead(value));
            return new TypeModel.Text(0);
        });
    }

    private static Optional<TypeModel> plain(TypeView value, ColumnSettings settings, boolean lob) {
        String name = value.name();
        if (name.equals("java.lang.String")) {
            return Optional.of(new TypeModel.Text(lob ? 0 : settings.length()));
        } else if (name.equals("[B")) {
            return Optional.of(new TypeModel.Bytes(settings.saysLength() ? settings.length() : 0));
        } else if (name.equals("java.math.BigDecimal")) {
            return Optional.of(new TypeModel.Decimal(settings.precision(), settings.scale()));
        } else if (isEnum(value)) {
            return Optional.of(new TypeModel.Enumeration(name));
        }
        return STANDARD.contains(name) ? Optional.of(new TypeModel.Standard(name)) : Optional.empty();
    }

    private static boolean isEnum(TypeView value) {
        return value.asClass().map(each -> each.kind() == ClassView.Kind.ENUM).orElse(false);
    }

    private static String instead(TypeView value) {
        if (value.asClass().map(MemberKind::isEntity).orElse(false)) {
            return "it is an entity; add @ManyToOne or @OneToOne";
        }
        return INSTEAD.getOrDefault(value.name(), CONVERT + ", or mark it @Transient");
    }

    private void checkSettings(MemberView member, TypeView value, ColumnSettings settings) {
        boolean sized = value.name().equals("java.lang.String") || value.name().equals("[B");
        boolean lob = member.has(Jakarta.LOB);
        if (settings.length() <= 0) {
            findings.error(member, "@Column(length = " + settings.length() + "): a length is positive");
        } else if (settings.saysLength() && !sized) {
            findings.error(
                    member, "@Column(length) says nothing of " + value.spelled() + ": it is for String and byte[]");
        } else if (settings.saysLength() && lob) {
            findings.error(
                    member, "@Lob says that there is no limit, @Column(length) that there is one: keep one of them");
        }
        if (lob && !sized) {
            findings.error(member, "@Lob says nothing of " + value.spelled() + ": it is for String and byte[]");
        }
        checkPrecision(member, value, settings);
    }

    private void checkPrecision(MemberView member, TypeView value, ColumnSettings settings) {
        if (!settings.saysPrecision()) {
            return;
        }
        if (!value.name().equals("java.math.BigDecimal")) {
            findings.error(
                    member,
                    "@Column(precision, scale) say nothing of " + value.spelled() + ": they are for BigDecimal");
        } else if (settings.precision() <= 0 || settings.scale() < 0 || settings.scale() > settings.precision()) {
            findings.error(
                    member,
                    "@Column(precision = " + settings.precision() + ", scale = " + settings.scale()
                            + "): the precision counts all digits, so it is positive and not smaller than the scale");
        }
    }

    private void checkEnumerated(MemberView member, TypeView value) {
        member.annotation(Jakarta.ENUMERATED).ifPresent(enumerated -> {
            if (!isEnum(value)) {
                findings.error(member, "@Enumerated says nothing of " + value.spelled() + ": it is for enums");
            } else if (!enumerated.constant("value").equals("STRING")) {
                findings.error(
                        member,
                        "@Enumerated(ORDINAL) is not supported, since a constant added in the middle would change what rows mean:"
                                + " write @Enumerated(STRING), or leave it out");
            }
        });
    }

    private TypeModel provided(MemberView member, TypeView value, AnnotationView annotation) {
        if (!Azoth.isKept(annotation)) {
            findings.error(
                    member, "@" + annotation.simpleName() + " is not kept at run time: add @Retention(RUNTIME) to it");
        }
        String provider = annotation
                .type()
                .annotation(Azoth.MAPPED_TYPE)
                .orElseThrow()
                .typeValue("value")
                .name();
        return new TypeModel.Provided(annotation.name(), provider, value.name());
    }

    private TypeModel array(MemberView member, TypeView value) {
        if (!value.name().equals("java.util.List") || value.arguments().size() != 1) {
            findings.error(
                    member, "@Array is for a List with a type argument, such as List<String>, not " + value.spelled());
            return new TypeModel.Text(0);
        }
        TypeView element = value.arguments().get(0);
        // What @Column says of length or precision holds for each element
        return new TypeModel.Array(basic(member, element, ColumnSettings.of(member.annotation(Jakarta.COLUMN))));
    }

    private TypeModel converted(MemberView member, TypeView value, TypeView converter, ColumnSettings settings) {
        Optional<TypeView> contract = converter.asClass().flatMap(each -> Supertypes.find(each, Jakarta.CONVERTER));
        if (contract.isEmpty() || contract.get().arguments().size() != 2) {
            findings.error(
                    member,
                    "@Convert needs a converter, a class that implements AttributeConverter, not "
                            + converter.spelled());
            return new TypeModel.Text(0);
        }
        ClassView converterClass = converter.asClass().orElseThrow();
        if (converterClass.isAbstract() || converterClass.noArgConstructor() == ClassView.ConstructorKind.NONE) {
            findings.error(
                    member,
                    "the converter " + converter.spelled()
                            + " must not be abstract, and needs a constructor without parameters");
        }
        TypeView seen = contract.get().arguments().get(0);
        TypeView stored = contract.get().arguments().get(1);
        if (!seen.name().equals(value.name())) {
            findings.error(
                    member,
                    "the converter " + converter.spelled() + " is for " + seen.spelled() + ", not for "
                            + value.spelled());
        }
        checkSettings(member, stored, settings);
        Optional<TypeModel> base = plain(stored, settings, member.has(Jakarta.LOB));
        if (base.isEmpty()) {
            findings.error(
                    member,
                    "the converter " + converter.spelled() + " stores " + stored.spelled()
                            + ", which has no column type itself");
        }
        return new TypeModel.Converted(converter.name(), value.name(), base.orElse(new TypeModel.Text(0)));
    }
}
