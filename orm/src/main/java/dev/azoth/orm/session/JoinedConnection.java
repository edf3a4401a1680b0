package dev.azoth.orm.session;

import dev.azoth.engine.Connection;
import dev.azoth.orm.JoinTransactionMode;

/** Somebody else's connection for sessions, and what they do with its transaction. */
public record JoinedConnection(Connection connection, JoinTransactionMode mode) {}
