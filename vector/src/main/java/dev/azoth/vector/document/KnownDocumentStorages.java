package dev.azoth.vector.document;

import dev.azoth.type.ServerInfo;
import java.util.List;
import java.util.ServiceLoader;

/** The storages on the class path or module path. */
final class KnownDocumentStorages {
    private static final List<DocumentStorage> ALL =
            ServiceLoader.load(DocumentStorage.class, DocumentStorage.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private static final DocumentStorage OTHERS = server -> true;

    private KnownDocumentStorages() {}

    static DocumentStorage of(ServerInfo server) {
        return ALL.stream()
                .filter(storage -> storage.serves(server))
                .findFirst()
                .orElse(OTHERS);
    }
}
