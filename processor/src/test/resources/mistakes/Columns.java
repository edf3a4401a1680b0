package mistakes;

import dev.azoth.orm.Lazy;
import dev.azoth.orm.annotation.*;
import jakarta.persistence.*;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.util.*;

/** What a column can be. */
final class Columns {
    private Columns() {}

    enum Color {
        RED
    }

    @Entity
    static class Types {
        @Id
        int id;

        Date date;
        java.sql.Timestamp timestamp;
        java.time.ZonedDateTime zoned;
        char letter;
        char[] letters;
        Byte[] boxes;
        Object anything;
        List<String> texts;
        List raw;
        Map<String, Integer> map;
        Optional<String> maybe;
        float[] vector;
        Types entity;
        Thread thread;
    }

    @Entity
    static class Settings {
        @Id
        int id;

        @Column(length = 10)
        int number;

        @Column(length = -1)
        String negative;

        @Column(precision = 3)
        String precise;

        @Column(precision = 2, scale = 3)
        BigDecimal scaled;

        @Lob
        @Column(length = 10)
        String both;

        @Lob
        int large;

        @Column(columnDefinition = "CITEXT", table = "other", secondPrecision = 3, comment = "\ud83d")
        String defined;

        @Enumerated
        Color ordinal;

        @Enumerated(EnumType.STRING)
        String notEnum;

        @Temporal(TemporalType.DATE)
        java.time.LocalDate day;

        @ElementCollection
        List<String> elements;

        @Array
        String notList;

        @Array
        List<Thread> threads;

        @Array
        @Enumerated
        List<Color> colors;

        @JoinColumn(name = "x")
        String joined;

        @OrderBy
        @Load(dev.azoth.orm.LoadStrategy.LAZY)
        String ordered;

        Lazy raw;

        @Version
        Lazy<Integer> version;

        @GeneratedValue
        Long generated;
    }

    @Entity
    static class FloatKey {
        @Id
        @GeneratedValue
        float id;
    }

    @Entity
    static class BytesKey {
        @Id
        byte[] id;
    }

    @Entity
    static class LazyKey {
        @Id
        @Version
        Lazy<Integer> id;
    }

    @Entity
    static class TextKey {
        @Id
        @GeneratedValue
        String id;
    }

    @Entity
    static class NumberKey {
        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        long id;
    }

    @Entity
    static class TwoKeys {
        @Id
        @GeneratedValue
        long one;

        @Id
        @Vectorish
        long two;
    }

    @MappedType(Provider.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Vectorish {}

    public static class Provider implements TypeProvider<Vectorish> {
        @Override
        public dev.azoth.type.SqlType<?> type(Vectorish annotation, Class<?> memberType) {
            return dev.azoth.type.Types.BIGINT;
        }
    }

    static class ForInteger implements AttributeConverter<Integer, String> {
        ForInteger(int x) {}

        @Override
        public String convertToDatabaseColumn(Integer value) {
            return "";
        }

        @Override
        public Integer convertToEntityAttribute(String value) {
            return 0;
        }
    }

    abstract static class ToThread implements AttributeConverter<String, Thread> {}

    @Entity
    static class Converters {
        @Id
        int id;

        @Convert
        String none;

        @Convert(converter = ForInteger.class)
        String wrong;

        @Convert(converter = ToThread.class)
        String thread;

        @Convert(converter = ForInteger.class, attributeName = "x", disableConversion = true)
        @Vectorish
        @Array
        Integer several;
    }
}
