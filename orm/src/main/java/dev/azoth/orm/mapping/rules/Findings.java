package dev.azoth.orm.mapping.rules;

import dev.azoth.orm.mapping.model.Problem;
import dev.azoth.orm.mapping.view.ClassView;
import dev.azoth.orm.mapping.view.MemberView;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that all of it can be reported at once. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();

    void error(ClassView where, String message) {
        add(new Problem(where.name(), "", message, Problem.Severity.ERROR));
    }

    void error(MemberView where, String message) {
        add(new Problem(where.declaringClass().name(), where.name(), message, Problem.Severity.ERROR));
    }

    void warning(MemberView where, String message) {
        add(new Problem(where.declaringClass().name(), where.name(), message, Problem.Severity.WARNING));
    }

    private void add(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
