package dev.azoth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * Packages only point downwards, so that each can be read without the ones above it.
 *
 * <p>A package that has no layer yet fails {@link #packagesPointDownwards}: whoever adds it says what it may use.
 */
class LayersTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.azoth");

    @Test
    void packagesPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .ensureAllClassesAreContainedInArchitecture()
                .layer("exceptions")
                .definedBy("dev.azoth")
                .layer("type")
                .definedBy("dev.azoth.type..")
                .layer("sql")
                .definedBy("dev.azoth.sql..")
                .layer("event")
                .definedBy("dev.azoth.event..")
                .layer("schema")
                .definedBy("dev.azoth.schema..")
                .layer("compile")
                .definedBy("dev.azoth.compile..")
                .layer("inspect")
                .definedBy("dev.azoth.inspect..")
                .layer("dialect")
                .definedBy("dev.azoth.dialect..")
                .layer("engine")
                .definedBy("dev.azoth.engine..")
                .whereLayer("exceptions")
                .mayNotAccessAnyLayer()
                .whereLayer("type")
                .mayOnlyAccessLayers("exceptions")
                .whereLayer("sql")
                .mayOnlyAccessLayers("exceptions", "type")
                .whereLayer("schema")
                .mayOnlyAccessLayers("exceptions", "type", "sql")
                .whereLayer("event")
                .mayOnlyAccessLayers("exceptions", "type", "sql", "schema")
                .whereLayer("compile")
                .mayOnlyAccessLayers("exceptions", "type", "sql", "schema")
                .whereLayer("inspect")
                .mayOnlyAccessLayers("exceptions", "type", "sql", "schema")
                // A dialect says how its database is inspected, which is why inspect lies below it.
                .whereLayer("dialect")
                .mayOnlyAccessLayers("exceptions", "type", "sql", "schema", "compile", "inspect")
                .check(CORE);
    }

    @Test
    void treeAndTypesDoNotKnowTheConnection() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.azoth.sql..", "dev.azoth.type..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Connection.class, DriverManager.class, DataSource.class)
                .check(CORE);
    }

    @Test
    void builtInDialectsAreFoundByServiceLoaderOnly() {
        classes()
                .that(resideInAPackage("dev.azoth.dialect.."))
                .and(not(resideInAPackage("dev.azoth.dialect")))
                .should()
                .onlyHaveDependentClassesThat(
                        resideInAPackage("dev.azoth.dialect..").and(not(resideInAPackage("dev.azoth.dialect"))))
                .as("a built-in dialect is used by nobody but its siblings")
                .check(CORE);
    }
}
