package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;

/** Finds the windows that a query's own rows are looked at through; those of a query inside it are that query's affair. */
final class Windows extends Traversal {
    private final List<Window> found = new ArrayList<>();

    private Windows() {}

    static List<Window> of(Select<?> query) {
        Windows windows = new Windows();
        windows.nodes(query.selection()).nodes(query.orderBy());
        return windows.found;
    }

    @Override
    protected boolean meet(Node node) {
        if (node instanceof Window window) {
            found.add(window);
        }
        return !(node instanceof Query);
    }
}
