package dev.azoth.cli.documents;

/** What became of a file. */
public sealed interface Outcome {
    /** The words for a line of a log. */
    String text();

    /** Its passages are in the collection now, in place of older ones if there were any. */
    record Ingested(int passages, boolean replaced) implements Outcome {
        @Override
        public String text() {
            return (replaced ? "changed, " : "") + passages + (passages == 1 ? " passage" : " passages");
        }
    }

    /** It is in the collection as it is. */
    record Unchanged() implements Outcome {
        @Override
        public String text() {
            return "unchanged";
        }
    }

    /** There is nothing in it to be found. */
    record Empty() implements Outcome {
        @Override
        public String text() {
            return "empty";
        }
    }

    /** It could not be read, or not be stored. */
    record Failed(String reason) implements Outcome {
        @Override
        public String text() {
            return reason;
        }
    }
}
