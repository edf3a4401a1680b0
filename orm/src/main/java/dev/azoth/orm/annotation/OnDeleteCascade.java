package dev.azoth.orm.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves it to the database to delete what belongs to an entity: the foreign key is declared {@code ON DELETE CASCADE}, and deleting the entity neither
 * loads nor deletes the rows. Objects that are in the collection in memory are deleted by the session all the same, so that it knows of it.
 *
 * <p>For {@code @OneToMany(mappedBy = …)} and {@code @OneToOne(mappedBy = …)} that cascade {@code REMOVE}, and for {@code @ElementCollection}. What those objects would cascade to is the
 * database's business too. Not where the rows of either end are in several tables, as those of entities that extend each other may be: a foreign key refers to one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface OnDeleteCascade {}
