package drydock.model.cel;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelVarDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;

/// Holds expressions against the types of their variables; it computes none.
final class TypeChecking {

    /// What the API server calls the type of the object; it counts behind.
    private static final String SELF_TYPE = "selfType";

    private static final Recent<Key, TypeChecking> KEPT = new Recent<>(16);

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(Environment.OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.optional(), CelExtensions.comprehensions())
            .build();

    private final CelChecker checker;

    private record Key(Shape self, boolean mayBeNew) {}

    private TypeChecking(Key key) {
        ShapeTypes types = new ShapeTypes();
        CelType self = types.of(SELF_TYPE, key.self());
        checker = CelCompilerFactory.standardCelCheckerBuilder()
                .setOptions(Environment.OPTIONS)
                .addLibraries(
                        CelExtensions.strings(),
                        CelExtensions.sets(Environment.OPTIONS),
                        CelExtensions.optional(),
                        CelExtensions.comprehensions())
                .addFunctionDeclarations(
                        KubernetesFunctions.besidesThoseOfLists().declared())
                .addFunctionDeclarations(ListDeclarations.ALL)
                .setTypeProvider(types)
                .addVarDeclarations(
                        CelVarDecl.newVarDeclaration(Expression.SELF, self),
                        CelVarDecl.newVarDeclaration(
                                Expression.OLD_SELF, key.mayBeNew() ? OptionalType.create(self) : self))
                .build();
    }

    /// @param mayBeNew whether the object as it was before may be none
    static TypeChecking of(Shape self, boolean mayBeNew) {
        return KEPT.get(new Key(self, mayBeNew), TypeChecking::new);
    }

    CelAbstractSyntaxTree check(String text) throws CelValidationException {
        return checker.check(PARSER.parse(text).getAst()).getAst();
    }
}
