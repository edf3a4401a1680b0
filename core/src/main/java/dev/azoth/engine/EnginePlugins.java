package dev.azoth.engine;

import dev.azoth.InvalidRequestException;
import dev.azoth.dialect.DatabaseUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The plugins that a URL asks for, in its order. */
record EnginePlugins(DatabaseUrl asked, List<EnginePlugin> plugins) {
    private static final String PARAMETER = "plugin";

    static EnginePlugins of(DatabaseUrl url) {
        String names = url.parameters().getOrDefault(PARAMETER, "");
        List<EnginePlugin> found = new ArrayList<>();
        if (!names.isEmpty()) {
            List<EnginePlugin> all = ServiceLoader.load(EnginePlugin.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            for (String name : names.split(",", -1)) {
                found.add(all.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> missing(name, all)));
            }
        }
        return new EnginePlugins(url, found);
    }

    private static InvalidRequestException missing(String name, List<EnginePlugin> all) {
        return new InvalidRequestException("there is no plugin " + name + " among the services "
                + EnginePlugin.class.getName() + "; there are "
                + all.stream().map(EnginePlugin::name).sorted().collect(Collectors.joining(", ", "[", "]")));
    }

    /** The URL as the plugins make it. */
    DatabaseUrl url() {
        DatabaseUrl now = asked.without(PARAMETER);
        for (EnginePlugin each : plugins) {
            now = each.url(now);
        }
        return now;
    }

    void options(EngineOptions options) {
        plugins.forEach(each -> each.options(options, asked));
    }

    void created(Engine engine) {
        plugins.forEach(each -> each.created(engine));
    }
}
