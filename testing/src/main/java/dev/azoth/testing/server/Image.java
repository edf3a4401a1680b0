package dev.azoth.testing.server;

import java.util.List;
import java.util.Map;

/**
 * A container image with a database server in it.
 *
 * @param name the image and its tag
 * @param address where the server in it is, as seen from inside
 * @param environment variables for it
 * @param command what to run in it; empty for what it runs by itself
 */
public record Image(String name, ServerAddress address, Map<String, String> environment, List<String> command) {}
