package dev.azoth.vector.document;

import dev.azoth.type.Json;
import dev.azoth.vector.UnicodeText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with metadata, and an id by which its collection knows it.
 *
 * <p>Immutable. Two are equal if all that they have is equal; metadata by its value, so that {@code 1} and {@code 1.0} are.
 */
public final class Document {
    /** The most characters of an id, counted as {@link String#length} does: what every database can index. */
    public static final int LONGEST_ID = 512;

    private final String id;
    private final String text;
    private final Json metadata;
    private final float @Nullable [] embedding;

    private Document(String id, String text, Json metadata, float @Nullable [] embedding) {
        this.id = id;
        this.text = text;
        this.metadata = metadata;
        this.embedding = embedding;
    }

    /** A document without metadata, with a random id. */
    public static Document of(String text) {
        return of(text, Map.of());
    }

    /**
     * A document with a random id.
     *
     * @param metadata names and values: strings, numbers, booleans, nulls, and lists and maps of them
     * @throws IllegalArgumentException if there is another value, or text that not every database can store
     */
    public static Document of(String text, Map<String, ? extends @Nullable Object> metadata) {
        UnicodeText.check(text, "the text of a document");
        return new Document(UUID.randomUUID().toString(), text, json(metadata), null);
    }

    /** A document as it came from the database, with its vector if that was read. */
    static Document stored(String id, String text, Json metadata, float @Nullable [] embedding) {
        return new Document(id, text, metadata, embedding);
    }

    private static Json json(Map<String, ? extends @Nullable Object> metadata) {
        checkNames(metadata);
        return Json.of(metadata);
    }

    private static void checkNames(@Nullable Object tree) {
        if (tree instanceof String text) {
            UnicodeText.check(text, "the metadata of a document");
        } else if (tree instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                checkNames(name);
                checkNames(value);
            });
        } else if (tree instanceof List<?> list) {
            list.forEach(Document::checkNames);
        }
    }

    /**
     * The same document with an id of one's own.
     *
     * @throws IllegalArgumentException if it is empty, longer than {@value #LONGEST_ID} characters, or text that not every database can store
     */
    public Document withId(String ownId) {
        UnicodeText.check(ownId, "the id of a document");
        int length = ownId.length();
        if (length < 1 || length > LONGEST_ID) {
            throw new IllegalArgumentException(
                    "the id of a document has from 1 to " + LONGEST_ID + " characters, and this one has " + length);
        }
        return new Document(ownId, text, metadata, embedding);
    }

    /** The same document with an id of the type that the collection's ids have. */
    public <T> Document withId(IdType<T> type, T ownId) {
        return withId(type.text(ownId));
    }

    /**
     * The same document with an id made of its text and its metadata: two that are equal in both have the same, in every collection and at all times. SHA-256, in 64 hexadecimal digits.
     */
    public Document withIdOfContent() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(sorted(metadata.tree()).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            return withId(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Metadata as JSON, whatever order its names came in. */
    private static String sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(each -> Json.of(each.getKey()).text() + ":" + sorted(each.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        } else if (tree instanceof List<?> list) {
            return list.stream().map(Document::sorted).collect(Collectors.joining(",", "[", "]"));
        }
        BigDecimal number = tree instanceof Long whole
                ? BigDecimal.valueOf(whole)
                : tree instanceof BigDecimal decimal ? decimal : null;
        return number == null
                ? Json.of(tree).text()
                : number.stripTrailingZeros().toString();
    }

    /** The same document with one more value in its metadata, or another value in place of one. */
    public Document withMetadata(String name, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(metadata());
        more.put(name, value);
        return new Document(id, text, json(more), embedding);
    }

    /** The same document with its vector, which the collection's embedder then need not compute. */
    public Document withEmbedding(float[] vector) {
        return new Document(id, text, metadata, vector.clone());
    }

    /** The id. */
    public String id() {
        return id;
    }

    /**
     * The id, as what the collection's ids are.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    public <T> T id(IdType<T> type) {
        return type.value(id);
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** The metadata, as {@link Json} has it: whole numbers are {@code Long}, others {@code BigDecimal}. Not to be changed. */
    public Map<String, @Nullable Object> metadata() {
        return metadata.object();
    }

    /** The vector, if one was given; a document that was read has none but where that was asked for. */
    public Optional<float[]> embedding() {
        return Optional.ofNullable(embedding).map(float[]::clone);
    }

    Json json() {
        return metadata;
    }

    /** The vector itself, which must not be changed. */
    float @Nullable [] vector() {
        return embedding;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document document
                && id.equals(document.id)
                && text.equals(document.text)
                && metadata.equals(document.metadata)
                && Arrays.equals(embedding, document.embedding);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, text);
    }

    @Override
    public String toString() {
        String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return "Document(" + id + ", \"" + start + "\", " + metadata + ")";
    }
}
