package drydock.sim.container;

import java.util.function.UnaryOperator;

/// Whole-number arithmetic of the shell: `+ - * / %`, comparisons and parentheses.
final class ShellArithmetic {

    private final String text;
    private final UnaryOperator<String> variables;
    private int at;

    private ShellArithmetic(String text, UnaryOperator<String> variables) {
        this.text = text.replace(" ", "").replace("$", "");
        this.variables = variables;
    }

    /// The value of `expression`; what is not a number counts as 0, and a division by zero gives 0.
    static String evaluate(String expression, UnaryOperator<String> variables) {
        return String.valueOf(new ShellArithmetic(expression, variables).comparison());
    }

    private long comparison() {
        long left = sum();
        for (String operator : new String[] {"<=", ">=", "==", "!=", "<", ">"}) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                long right = sum();
                boolean holds = switch (operator) {
                    case "<=" -> left <= right;
                    case ">=" -> left >= right;
                    case "==" -> left == right;
                    case "!=" -> left != right;
                    case "<" -> left < right;
                    default -> left > right;
                };
                return holds ? 1 : 0;
            }
        }
        return left;
    }

    private long sum() {
        long value = product();
        while (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
            value = text.charAt(at++) == '+' ? value + product() : value - product();
        }
        return value;
    }

    private long product() {
        long value = atom();
        while (at < text.length() && "*/%".indexOf(text.charAt(at)) >= 0) {
            char operator = text.charAt(at++);
            long right = atom();
            value = operator == '*' ? value * right : right == 0 ? 0 : operator == '/' ? value / right : value % right;
        }
        return value;
    }

    private long atom() {
        if (at < text.length() && text.charAt(at) == '(') {
            at++;
            long value = comparison();
            at++;
            return value;
        }
        if (at < text.length() && text.charAt(at) == '-') {
            at++;
            return -atom();
        }
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(from, at);
        String value = word.matches("\\d+") ? word : variables.apply(word);
        return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : 0;
    }
}
