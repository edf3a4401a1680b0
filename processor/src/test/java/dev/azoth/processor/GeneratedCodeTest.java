package dev.azoth.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.azoth.orm.EntityPath;
import dev.azoth.orm.ToMany;
import dev.azoth.orm.mapping.EntityMapping;
import dev.azoth.sql.ColumnReference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What was generated does at run time what handles do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedCodeTest {
    private final ClassLoader[] loaders = new ClassLoader[2];

    @BeforeAll
    void compile(@TempDir Path folder) {
        List<Path> sources = Compilation.sources("shop");
        Compilation with = Compilation.of(folder.resolve("with"), sources, new AzothProcessor());
        Compilation without = Compilation.of(folder.resolve("without"), sources, new OutcomeCollector());
        assertThat(with.messages()).noneMatch(each -> each.contains("error"));
        loaders[0] = with.loader();
        loaders[1] = without.loader();
        assertThat(with.classNames()).contains("shop.User__Access").doesNotContain("shop.Role__Access");
        assertThat(without.classNames()).doesNotContain("shop.User__Access");
        // Loaded now, since the folder is gone after this method
        for (ClassLoader loader : loaders) {
            for (String name :
                    List.of("User", "Order", "Line", "Label", "Team", "Role", "Profile", "Profile$Picture")) {
                EntityMapping.of(type(loader, "shop." + name));
            }
        }
    }

    private static Class<?> type(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void objectsAreMadeReadAndChangedAlike() {
        for (ClassLoader loader : loaders) {
            EntityMapping<?> user = EntityMapping.of(type(loader, "shop.User"));
            Object[] state = new Object[user.attributes().size()];
            state[user.attribute("id").index()] = 7L;
            state[user.attribute("version").index()] = 3;
            state[user.attribute("name").index()] = "sandy";
            state[user.attribute("home.city").index()] = "Delft";
            state[user.attribute("home.zip").index()] = 2600;

            Object made = user.objects().create(state);

            assertThat(user.objects().state(made)).isEqualTo(state);
            user.attribute("name").set(made, "patrick");
            user.attribute("home.fee.currency").set(made, "EUR");
            assertThat(user.attribute("name").get(made)).isEqualTo("patrick");
            assertThat(user.attribute("home.fee.currency").get(made)).isEqualTo("EUR");
            assertThat(user.attribute("home.city").get(made)).isEqualTo("Delft");
            assertThat(user.keyOf(made)).contains(user.key(7L));
        }
    }

    @Test
    void recordsAndPrivateConstructorsWorkAlike() {
        for (ClassLoader loader : loaders) {
            EntityMapping<?> label = EntityMapping.of(type(loader, "shop.Label"));
            Object[] state = new Object[label.attributes().size()];
            state[label.attribute("code.area").index()] = "north";
            state[label.attribute("code.number").index()] = 3;
            state[label.attribute("color").index()] = "red";
            state[label.attribute("group").index()] = true;

            assertThat(label.objects().create(state))
                    .hasToString("Label[color=red, code=Code[area=north, number=3], price=null, group=true]");
            assertThat(EntityMapping.of(type(loader, "shop.Order")).objects().create())
                    .isNotNull();
        }
    }

    @Test
    void attributesAreFieldsOfThePath() throws ReflectiveOperationException {
        Class<?> path = type(loaders[0], "shop.User_");
        EntityPath<?> user = (EntityPath<?>) path.getField("user").get(null);
        EntityPath<?> alias = user.as("u");

        ColumnReference<?> name = (ColumnReference<?>) path.getField("name").get(user);
        ColumnReference<?> aliased = (ColumnReference<?>) path.getField("name").get(alias);
        Object home = path.getField("home").get(alias);
        ColumnReference<?> city =
                (ColumnReference<?>) home.getClass().getField("city").get(home);

        assertThat(alias.getClass()).isSameAs(path);
        assertThat(name.table()).isSameAs(user.table());
        assertThat(aliased.table()).isEqualTo(user.table().as("u"));
        assertThat(city.table()).isEqualTo(user.table().as("u"));
        assertThat(city.name()).isEqualTo("town");
        assertThat(path.getField("orders").get(user)).isInstanceOf(ToMany.class).hasToString("User.orders");
    }
}
