package dev.azoth.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the windows that a query's own rows are looked at through; those of a query inside it are that query's affair. */
final class Windows implements Structure {
    private final List<Window> found = new ArrayList<>();

    private Windows() {}

    static List<Window> of(Select<?> query) {
        Windows windows = new Windows();
        windows.nodes(query.selection()).nodes(query.orderBy());
        return windows.found;
    }

    @Override
    public Structure node(@Nullable Node part) {
        if (part instanceof Window window) {
            found.add(window);
        }
        if (part != null && !(part instanceof Query)) {
            part.describe(this);
        }
        return this;
    }

    @Override
    public Structure nodes(List<? extends Node> parts) {
        parts.forEach(this::node);
        return this;
    }

    @Override
    public Structure value(@Nullable Object part) {
        return this;
    }

    @Override
    public Structure bind(Bind<?> bind) {
        return this;
    }

    @Override
    public Structure expanding(InList<?> list) {
        return this;
    }
}
