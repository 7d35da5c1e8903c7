package drydock.model.cel;

import dev.cel.checker.CelChecker;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelVarDecl;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.ArrayList;
import java.util.List;

/// Holds expressions against the types of their variables; it computes none.
final class TypeChecking {

    private static final Recent<Scope, TypeChecking> KEPT = new Recent<>(32);

    private static final CelParser PARSER = CelParserFactory.standardCelParserBuilder()
            .setOptions(Environment.OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addLibraries(CelExtensions.optional(), CelExtensions.comprehensions(), CelExtensions.bindings())
            .build();

    private final CelChecker checker;

    private final PatchTypes patches;

    private TypeChecking(Scope scope) {
        ShapeTypes types = new ShapeTypes();
        patches = new PatchTypes(types);
        List<CelVarDecl> variables = new ArrayList<>();
        scope.variables()
                .forEach((name, shape) ->
                        variables.add(CelVarDecl.newVarDeclaration(name, types.of(Scope.typeName(name), shape))));
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
                .addFunctionDeclarations(AuthorizerDeclarations.ALL)
                .addFunctionDeclarations(scope.makesPatches() ? PatchTypes.FUNCTIONS : List.of())
                .setTypeProvider(scope.makesPatches() ? patches : types)
                .addVarDeclarations(variables)
                .build();
    }

    static TypeChecking of(Scope scope) {
        return KEPT.get(scope, TypeChecking::new);
    }

    CelAbstractSyntaxTree check(String text) throws CelValidationException {
        CelAbstractSyntaxTree parsed = PARSER.parse(text).getAst();
        patches.learn(parsed);
        return checker.check(parsed).getAst();
    }
}
