package drydock.model.cel;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import drydock.model.resource.GoDuration;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds durations, times and regular expressions that are written out and are none, which API servers refuse
/// since 1.29 (`apiserver/pkg/cel/environment/base.go`, `cel-go/cel/validator.go`). The validators of
/// cel-java read them as Java does: these read them as Go does, and pass over what only one of the two may
/// take.
final class WrongLiterals {

    /// What Go reads otherwise than Java: hours of one digit, fractions behind a comma, small letters, zones far away.
    private static final Pattern UNLIKE = Pattern.compile("[tz,]|T[0-9]:|[-+](19|2[0-4]):[0-9]{2}$");

    private WrongLiterals() {}

    /// The first that is found in a checked expression.
    static Optional<CelIssue> first(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == ExprKind.Kind.CALL)
                .map(node -> node.expr().call())
                .flatMap(call -> wrong(call).stream().map(literal -> issue(tree, literal, call.function())))
                .findFirst();
    }

    private static Optional<CelExpr> wrong(CelCall call) {
        return switch (call.function()) {
            case "duration" -> literal(call, text -> GoDuration.parse(text).isEmpty());
            case "timestamp" -> literal(call, WrongLiterals::isNoTime);
            case "matches" -> call.target().isPresent() ? literal(call, WrongLiterals::isNoPattern) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<CelExpr> literal(CelCall call, Predicate<String> isWrong) {
        return call.args().stream()
                .limit(1)
                .filter(argument -> argument.getKind() == ExprKind.Kind.CONSTANT
                        && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE
                        && isWrong.test(argument.constant().stringValue()))
                .findFirst();
    }

    private static boolean isNoTime(String text) {
        if (UNLIKE.matcher(text).find()) {
            return false;
        }
        try {
            return OffsetDateTime.parse(text).getYear() < 1;
        } catch (DateTimeException none) {
            return true;
        }
    }

    private static boolean isNoPattern(String text) {
        try {
            Pattern.compile(text);
            return false;
        } catch (PatternSyntaxException none) {
            // groups with names are written so only since Go 1.22
            return !text.contains("(?<");
        }
    }

    private static CelIssue issue(CelAbstractSyntaxTree tree, CelExpr literal, String function) {
        CelSourceLocation where = Stream.ofNullable(
                        tree.getSource().getPositionsMap().get(literal.id()))
                .flatMap(position -> tree.getSource().getOffsetLocation(position).stream())
                .findFirst()
                .orElse(CelSourceLocation.NONE);
        return CelIssue.formatError(where, "invalid " + function + " argument");
    }
}
