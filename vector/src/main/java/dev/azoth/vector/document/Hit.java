package dev.azoth.vector.document;

/**
 * A document that was found.
 *
 * @param document   the document
 * @param distance   how far it is from what was searched for; smaller is nearer
 * @param similarity how like it is; larger is nearer. {@link dev.azoth.vector.Metric} says how it is made of the distance
 * @param score      what the hits are sorted by, larger first: the similarity, but for a search by words too, where it is {@link Fusion}'s. Diverse hits come in the order in which they
 *                   were chosen
 */
public record Hit(Document document, double distance, double similarity, double score) {}
