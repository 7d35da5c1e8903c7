package drydock.sim.container;

import java.util.List;

/// `test EXPRESSION`, also written `[ EXPRESSION ]`.
final class TestCommand implements Command {

    @Override
    public void run(ContainerProcess process) {
        List<String> words = process.operands();
        boolean bracket = process.arguments().getFirst().endsWith("[");
        if (bracket) {
            if (words.isEmpty() || !words.getLast().equals("]")) {
                process.complain("sh: missing ]\n");
                process.exit(2);
                return;
            }
            words = words.subList(0, words.size() - 1);
        }
        process.exit(any(process, words) ? 0 : 1);
    }

    private static boolean any(ContainerProcess process, List<String> words) {
        int or = words.indexOf("-o");
        return or > 0
                ? all(process, words.subList(0, or)) || any(process, words.subList(or + 1, words.size()))
                : all(process, words);
    }

    private static boolean all(ContainerProcess process, List<String> words) {
        int and = words.indexOf("-a");
        return and > 0
                ? one(process, words.subList(0, and)) && all(process, words.subList(and + 1, words.size()))
                : one(process, words);
    }

    private static boolean one(ContainerProcess process, List<String> words) {
        if (!words.isEmpty() && words.getFirst().equals("!")) {
            return !one(process, words.subList(1, words.size()));
        }
        return switch (words.size()) {
            case 0 -> false;
            case 1 -> !words.getFirst().isEmpty();
            case 2 -> unary(process, words.getFirst(), words.get(1));
            case 3 -> binary(words.getFirst(), words.get(1), words.get(2));
            default -> false;
        };
    }

    private static boolean unary(ContainerProcess process, String operator, String operand) {
        Files files = process.container().files();
        String path = process.resolve(operand);
        return switch (operator) {
            case "-n" -> !operand.isEmpty();
            case "-z" -> operand.isEmpty();
            case "-e", "-r", "-w" -> files.exists(path);
            case "-f" -> files.read(path).isPresent();
            case "-d" -> files.isDirectory(path);
            case "-s" -> files.read(path).filter(t -> !t.isEmpty()).isPresent();
            default -> false;
        };
    }

    private static boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "-eq" -> number(left) == number(right);
            case "-ne" -> number(left) != number(right);
            case "-lt" -> number(left) < number(right);
            case "-le" -> number(left) <= number(right);
            case "-gt" -> number(left) > number(right);
            case "-ge" -> number(left) >= number(right);
            default -> false;
        };
    }

    private static long number(String text) {
        return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
    }
}
