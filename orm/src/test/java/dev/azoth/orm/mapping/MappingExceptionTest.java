package dev.azoth.orm.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.azoth.MappingException;
import dev.azoth.orm.Entities;
import dev.azoth.orm.annotation.MappedType;
import dev.azoth.orm.annotation.TypeProvider;
import dev.azoth.type.SqlType;
import dev.azoth.type.Types;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.Test;

class MappingExceptionTest {
    static class NoEntity {}

    @Entity
    static class Faulty {
        Thread thread;

        @Sized(0)
        String sized;

        @Sized(1)
        Integer number;
    }

    @Entity
    static class AlsoFaulty {
        @Id
        int id;

        @ManyToOne
        NoEntity none;
    }

    @MappedType(Sizes.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Sized {
        int value();
    }

    static class Sizes implements TypeProvider<Sized> {
        @Override
        public SqlType<?> type(Sized annotation, Class<?> memberType) {
            if (annotation.value() == 0) {
                throw new IllegalArgumentException("@Sized(0): a size is positive");
            }
            return Types.VARCHAR(annotation.value());
        }
    }

    @Entity
    @Table(name = "same")
    static class First {
        @Id
        int id;
    }

    @Entity
    @Table(name = "same")
    static class Second {
        @Id
        int id;
    }

    @Entity
    static class Stale {
        @Id
        int id;

        String added;
    }

    @Test
    void allProblemsOfAClassAreNamedAtOnce() {
        assertThatThrownBy(() -> EntityMapping.of(Faulty.class))
                .isInstanceOf(MappingException.class)
                .hasMessage("""
                        dev.azoth.orm.mapping.MappingExceptionTest$Faulty cannot be mapped:
                          dev.azoth.orm.mapping.MappingExceptionTest.Faulty.thread: java.lang.Thread has no column type: \
                        give it a converter with @Convert, or mark it @Transient
                          dev.azoth.orm.mapping.MappingExceptionTest.Faulty: it has no key: annotate the member that \
                        identifies a row with @Id
                          dev.azoth.orm.mapping.MappingExceptionTest.Faulty.sized: @Sized(0): a size is positive
                          dev.azoth.orm.mapping.MappingExceptionTest.Faulty.number: its annotation gives it a type of \
                        java.lang.String, not of java.lang.Integer""");
    }

    @Test
    void classThatIsNoEntityIsNamed() {
        assertThatThrownBy(() -> Entities.path(NoEntity.class)).hasMessage("""
                        dev.azoth.orm.mapping.MappingExceptionTest$NoEntity cannot be mapped:
                          dev.azoth.orm.mapping.MappingExceptionTest.NoEntity: it is no entity: annotate it with @Entity""");
    }

    @Test
    void allProblemsOfAllClassesAreNamedAtOnce() {
        assertThatThrownBy(() -> Entities.metadata(Faulty.class, AlsoFaulty.class))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("Faulty.thread: java.lang.Thread has no column type")
                .hasMessageContaining(
                        "AlsoFaulty.none: a relationship leads to an entity, and dev.azoth.orm.mapping.MappingExceptionTest.NoEntity"
                                + " is not annotated with @Entity");
    }

    @Test
    void tableOfTwoEntitiesIsNamed() {
        assertThatThrownBy(() -> Entities.metadata(First.class, Second.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "the table same is mapped twice, by " + First.class.getName() + " and by "
                                + Second.class.getName()
                                + ": give one of them another name with @Table, @JoinTable or @CollectionTable, or say @ReadOnly of an entity that only reads it");
    }

    @Test
    void generatedCodeThatIsOldIsNamed() {
        assertThatThrownBy(() -> EntityMapping.of(Stale.class))
                .isInstanceOf(MappingException.class)
                .hasMessage(
                        "dev.azoth.orm.mapping.MappingExceptionTest_Stale__Access was generated when the members were [id],"
                                + " and they are [id, added] now: compile " + Stale.class.getName() + " again");
    }
}
