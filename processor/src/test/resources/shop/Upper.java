package shop;

import dev.azoth.orm.NamingStrategy;
import java.util.Locale;

/** Names in capitals. */
public final class Upper implements NamingStrategy {
    @Override
    public String column(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
