package drydock.sim.kubectl.text;

import java.math.BigInteger;
import java.util.Comparator;

/// The order in which go-yaml v2 writes the keys of a map: letters last, numbers by their value, so that `cpu9` comes
/// before `cpu10` (`yaml.v2 sorter.go`).
final class YamlKeys implements Comparator<String> {

    static final YamlKeys ORDER = new YamlKeys();

    private YamlKeys() {}

    @Override
    public int compare(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a == b) {
                continue;
            }
            boolean letters = Character.isLetter(a) && Character.isLetter(b);
            if (!letters && (Character.isLetter(a) || Character.isLetter(b))) {
                return Character.isLetter(b) ? -1 : 1;
            }
            int order = letters ? 0 : byNumber(one, other, i);
            return order != 0 ? order : Character.compare(a, b);
        }
        return Integer.compare(one.length(), other.length());
    }

    private static int byNumber(String one, String other, int from) {
        String a = digits(one, from);
        String b = digits(other, from);
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(!a.isEmpty(), !b.isEmpty());
        }
        boolean within = from > 0 && hasDigitBefore(one, from);
        String left = within ? "1" + a : a;
        String right = within ? "1" + b : b;
        int order = new BigInteger(left).compareTo(new BigInteger(right));
        return order != 0 ? order : Integer.compare(a.length(), b.length());
    }

    /// Whether zeros behind here count, because a digit other than 0 stands before them.
    private static boolean hasDigitBefore(String text, int from) {
        for (int i = from - 1; i >= 0 && isDigit(text.charAt(i)); i--) {
            if (text.charAt(i) != '0') {
                return true;
            }
        }
        return false;
    }

    private static String digits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
