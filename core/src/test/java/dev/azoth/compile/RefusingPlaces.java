package dev.azoth.compile;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.azoth.CompileException;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The places in core's code that refuse what cannot be written, each as {@code Class.method:line}. */
final class RefusingPlaces {
    private static final String REFUSAL = CompileException.class.getName();

    private RefusingPlaces() {}

    /** All of them. */
    static Set<String> all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.azoth").stream()
                        .filter(each -> !each.getName().equals(REFUSAL))
                        .flatMap(RefusingPlaces::of)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> of(JavaClass each) {
        Stream<JavaCall<?>> made = each.getConstructorCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().getName().equals(REFUSAL))
                .map(call -> call);
        Stream<JavaCall<?>> said = each.getMethodCallsFromSelf().stream()
                .filter(call -> call.getName().equals("unsupported")
                        && call.getTarget().getRawReturnType().getName().equals(REFUSAL))
                .map(call -> call);
        return Stream.concat(made, said)
                .filter(call ->
                        !call.getOrigin().getName().equals("unsupported") || !each.isEquivalentTo(SqlWriter.class))
                .map(call -> place(call.getOriginOwner().getName(), call.getLineNumber()));
    }

    /** Where a refusal came from. */
    static String of(CompileException refusal) {
        return Arrays.stream(refusal.getStackTrace())
                .filter(frame -> !frame.getMethodName().equals("unsupported"))
                .findFirst()
                .map(frame -> place(frame.getClassName(), frame.getLineNumber()))
                .orElseThrow();
    }

    private static String place(String type, int line) {
        return type.substring(type.lastIndexOf('.') + 1) + ":" + line;
    }
}
