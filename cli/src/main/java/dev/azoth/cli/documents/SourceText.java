package dev.azoth.cli.documents;

import dev.azoth.cli.markdown.Section;
import dev.azoth.cli.markdown.TextReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A file as it was read.
 *
 * @param hash of its bytes, and of the way in which passages are made of them
 */
record SourceText(SourceFile file, String text, String hash) {
    /** Goes up when passages are made differently, so that unchanged files are read again. */
    private static final String WAY = "1:";

    private static final long LARGEST = 64L << 20;

    /**
     * Reads a file.
     *
     * @throws IOException if that is impossible, or if it is no text; the message says which, without the name of the file
     */
    static SourceText of(SourceFile file) throws IOException {
        byte[] bytes = bytes(file);
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("is not text in UTF-8", e);
        }
        if (text.indexOf('\0') >= 0) {
            throw new IOException("is not text: it has NUL characters");
        }
        // a byte order mark is no part of the text
        return new SourceText(file, text.startsWith("\uFEFF") ? text.substring(1) : text, hash(bytes));
    }

    private static byte[] bytes(SourceFile file) throws IOException {
        try {
            if (Files.size(file.path()) > LARGEST) {
                throw new IOException("is larger than " + (LARGEST >> 20) + " MB");
            }
            return Files.readAllBytes(file.path());
        } catch (AccessDeniedException e) {
            throw new IOException("may not be read", e);
        } catch (NoSuchFileException e) {
            throw new IOException("is gone", e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return WAY
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    List<Section> sections() {
        return file.isMarkdown() ? TextReader.markdown(text) : TextReader.plain(text);
    }

    /** What the front matter says, else the end of the name ({@code guide.de.md}), else what the words look like. */
    String language() {
        return (file.isMarkdown() ? TextReader.language(text) : java.util.Optional.<String>empty())
                .or(() -> Language.ofName(file.source()))
                .orElseGet(() -> Language.ofText(text));
    }
}
