package dev.azoth.cli.documents;

import java.util.ArrayList;
import java.util.List;

/** Counts what became of files. */
public final class Tally {
    private int ingested;
    private int replaced;
    private int passages;
    private int unchanged;
    private int empty;
    private int failed;

    /** Counts an outcome. */
    public void add(Outcome outcome) {
        if (outcome instanceof Outcome.Ingested done) {
            passages += done.passages();
            if (done.replaced()) {
                replaced++;
            } else {
                ingested++;
            }
        } else if (outcome instanceof Outcome.Unchanged) {
            unchanged++;
        } else if (outcome instanceof Outcome.Empty) {
            empty++;
        } else {
            failed++;
        }
    }

    /** Whether anything failed. */
    public boolean hasFailures() {
        return failed > 0;
    }

    /** The passages that were stored. */
    public int passages() {
        return passages;
    }

    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        count(ingested, "new", parts);
        count(replaced, "changed", parts);
        count(unchanged, "unchanged", parts);
        count(empty, "empty", parts);
        count(failed, "failed", parts);
        String files = parts.isEmpty() ? "no files" : "files: " + String.join(", ", parts);
        return files + (passages == 0 ? "" : "; " + passages + (passages == 1 ? " passage" : " passages") + " stored");
    }

    private static void count(int number, String what, List<String> into) {
        if (number > 0) {
            into.add(number + " " + what);
        }
    }
}
