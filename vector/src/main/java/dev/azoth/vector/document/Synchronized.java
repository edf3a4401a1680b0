package dev.azoth.vector.document;

/**
 * What it took to make a part of a collection be what it should be.
 *
 * @param added     documents that were not there
 * @param changed   documents with another text, which were embedded anew
 * @param relabeled documents with the same text and other metadata, which were not
 * @param unchanged documents that were there as they are
 * @param deleted   documents that should be there no longer
 */
public record Synchronized(long added, long changed, long relabeled, long unchanged, long deleted) {
    /** Whether everything was as it should be. */
    public boolean isUnchanged() {
        return added + changed + relabeled + deleted == 0;
    }
}
