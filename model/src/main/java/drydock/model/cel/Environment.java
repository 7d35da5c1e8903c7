package drydock.model.cel;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;

/// What expressions are read and computed with, made when the first one is read.
final class Environment {

    /// How often the body of a loop may be computed, since expressions come from strangers.
    private static final int MOST_STEPS = 1_000_000;

    static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .comprehensionMaxIterations(MOST_STEPS)
            .build();

    static final Cel CEL = make();

    private Environment() {}

    private static Cel make() {
        CelBuilder builder = CelFactory.legacyCelBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar(Expression.SELF, SimpleType.DYN)
                .addVar(Expression.OLD_SELF, SimpleType.DYN)
                .addCompilerLibraries(
                        CelExtensions.strings(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.optional(),
                        CelExtensions.comprehensions())
                .addRuntimeLibraries(
                        CelExtensions.strings(),
                        CelExtensions.sets(OPTIONS),
                        CelExtensions.optional(),
                        CelExtensions.comprehensions());
        KubernetesFunctions.all().addTo(builder);
        return builder.build();
    }
}
