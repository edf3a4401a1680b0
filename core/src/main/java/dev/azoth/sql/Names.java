package dev.azoth.sql;

/** Names of things in FROM. An empty one inside a node means that the compiler gives the name; nobody else may give an empty one. */
final class Names {
    private Names() {}

    static String checked(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name is neither empty nor has it a NUL: \"" + name + "\"");
        }
        return name;
    }
}
