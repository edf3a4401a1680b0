package shop;

import jakarta.persistence.AttributeConverter;

public record Celsius(double degrees) {
    abstract static class Base<T> implements AttributeConverter<T, Integer> {}

    public static final class AsTenths extends Base<Celsius> {
        @Override
        public Integer convertToDatabaseColumn(Celsius value) {
            return (int) Math.round(value.degrees() * 10);
        }

        @Override
        public Celsius convertToEntityAttribute(Integer tenths) {
            return new Celsius(tenths / 10.0);
        }
    }
}
