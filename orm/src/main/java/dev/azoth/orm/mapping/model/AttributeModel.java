package dev.azoth.orm.mapping.model;

/** A mapped member. */
public sealed interface AttributeModel permits ColumnModel, EmbeddedModel, ToOneModel, ToManyModel, ElementsModel {
    /** The member. */
    MemberModel member();

    /** Whether it is of the primary key. */
    boolean id();
}
