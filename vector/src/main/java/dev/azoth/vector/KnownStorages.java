package dev.azoth.vector;

import dev.azoth.CompileException;
import dev.azoth.type.ServerInfo;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The storages on the class path or module path, the one for all others last. */
final class KnownStorages {
    private static final List<VectorStorage> ALL =
            ServiceLoader.load(VectorStorage.class, VectorStorage.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(VectorStorage::isForOthers))
                    .toList();

    private KnownStorages() {}

    static VectorStorage of(ServerInfo server) {
        return ALL.stream()
                .filter(storage -> storage.serves(server))
                .findFirst()
                .orElseThrow(() -> new CompileException("no vector storage serves " + server.product()));
    }
}
